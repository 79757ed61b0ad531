import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";
import { benchActor } from "../../../../bench-actor";
import { analyteCrumbs } from "../analyte-crumbs";
import { LimitsForm } from "./limits-form";

export const metadata = { title: "Critical limits" };

export default async function CriticalLimitsPage({ params }: { params: Promise<{ analyteId: string }> }) {
  await benchActor("catalogue:manage");
  const { analyteId } = await params;
  const analyte = await load(readAnalyte, { params: { analyteId } });
  return (
    <Screen crumbs={[...analyteCrumbs(analyte), { label: "Critical limits" }]}>
      <PageHead
        title={`Critical limits of ${analyte.name}`}
        note="A value below the low or above the high limit is flagged LL or HH, and a call is owed until it is recorded. A line without ages is for everybody whom no other line is for, and for patients of unknown age."
      />
      <LimitsForm analyte={analyte} />
    </Screen>
  );
}
