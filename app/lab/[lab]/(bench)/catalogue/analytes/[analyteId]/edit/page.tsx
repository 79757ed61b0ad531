import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";
import { benchActor } from "../../../../bench-actor";
import { AnalyteChangeForm } from "../../../_components/analyte-form";
import { analyteCrumbs } from "../analyte-crumbs";

export const metadata = { title: "Edit an analyte" };

export default async function EditAnalytePage({ params }: { params: Promise<{ analyteId: string }> }) {
  await benchActor("catalogue:manage");
  const { analyteId } = await params;
  const analyte = await load(readAnalyte, { params: { analyteId } });
  return (
    <Screen crumbs={[...analyteCrumbs(analyte), { label: "Edit" }]}>
      <PageHead
        title={`Edit ${analyte.name}`}
        note="Results that were judged keep what they were judged by."
      />
      <AnalyteChangeForm analyte={analyte} />
    </Screen>
  );
}
