import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { listSampleTypes } from "@/lib/catalogue/operations/list-sample-types";
import { readTest } from "@/lib/catalogue/operations/read-test";
import { benchActor } from "../../../../bench-actor";
import { sampleTypeChoices } from "../../../_components/sample-type-choices";
import { TestChangeForm } from "../../../_components/test-form";

export const metadata = { title: "Edit a test" };

export default async function EditTestPage({ params }: { params: Promise<{ testId: string }> }) {
  await benchActor("catalogue:manage");
  const { testId } = await params;
  const test = await load(readTest, { params: { testId } });
  const { data } = await load(listSampleTypes);
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: test.name, href: `/catalogue/tests/${test.id}` },
        { label: "Edit" },
      ]}
    >
      <PageHead title={`Edit ${test.name}`} note="Orders that were placed keep what they asked for." />
      <TestChangeForm test={test} sampleTypes={sampleTypeChoices(data)} />
    </Screen>
  );
}
