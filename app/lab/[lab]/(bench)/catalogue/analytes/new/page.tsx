import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { benchActor } from "../../../bench-actor";
import { NewAnalyteForm } from "../../_components/analyte-form";

export const metadata = { title: "Add an analyte" };

export default async function NewAnalytePage() {
  await benchActor("catalogue:manage");
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: "Analytes", href: "/catalogue/analytes" },
        { label: "Add an analyte" },
      ]}
    >
      <PageHead
        title="Add an analyte"
        note="What is measured and reported on one line. Intervals and critical limits are added to it afterwards."
      />
      <NewAnalyteForm />
    </Screen>
  );
}
