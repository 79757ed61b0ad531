import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { benchActor } from "../../../bench-actor";
import { NewPanelForm } from "../../_components/panel-form";

export const metadata = { title: "Add a panel" };

export default async function NewPanelPage() {
  await benchActor("catalogue:manage");
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: "Panels", href: "/catalogue/panels" },
        { label: "Add a panel" },
      ]}
    >
      <PageHead title="Add a panel" note="Tests sold together. Its price is set on the price list." />
      <NewPanelForm />
    </Screen>
  );
}
