import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { listSampleTypes } from "@/lib/catalogue/operations/list-sample-types";
import { readAnalyte } from "@/lib/catalogue/operations/read-analyte";
import { benchActor } from "../../../../bench-actor";
import { sampleTypeChoices } from "../../../_components/sample-type-choices";
import { analyteCrumbs } from "../analyte-crumbs";
import { IntervalForm } from "./interval-form";

export const metadata = { title: "Add an interval" };

export default async function AddIntervalPage({ params }: { params: Promise<{ analyteId: string }> }) {
  await benchActor("catalogue:manage");
  const { analyteId } = await params;
  const analyte = await load(readAnalyte, { params: { analyteId } });
  const { data } = await load(listSampleTypes);
  return (
    <Screen crumbs={[...analyteCrumbs(analyte), { label: "Add an interval" }]}>
      <PageHead
        title={`An interval for ${analyte.name}`}
        note="For one person at most one interval may apply. Results that were judged keep the interval they were judged by."
      />
      <IntervalForm analyte={analyte} sampleTypes={sampleTypeChoices(data)} />
    </Screen>
  );
}
