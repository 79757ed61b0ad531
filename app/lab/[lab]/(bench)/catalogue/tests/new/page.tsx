import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { listSampleTypes } from "@/lib/catalogue/operations/list-sample-types";
import { benchActor } from "../../../bench-actor";
import { sampleTypeChoices } from "../../_components/sample-type-choices";
import { NewTestForm } from "../../_components/test-form";

export const metadata = { title: "Add a test" };

export default async function NewTestPage() {
  await benchActor("catalogue:manage");
  const { data } = await load(listSampleTypes);
  return (
    <Screen crumbs={[{ label: "Catalogue", href: "/catalogue" }, { label: "Add a test" }]}>
      <PageHead
        title="Add a test"
        note="The smallest thing that can be ordered. Its price is set on the price list."
      />
      <NewTestForm sampleTypes={sampleTypeChoices(data)} />
    </Screen>
  );
}
