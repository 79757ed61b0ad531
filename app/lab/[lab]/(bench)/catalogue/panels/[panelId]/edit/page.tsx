import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { readPanel } from "@/lib/catalogue/operations/read-panel";
import { benchActor } from "../../../../bench-actor";
import { PanelChangeForm } from "../../../_components/panel-form";

export const metadata = { title: "Edit a panel" };

export default async function EditPanelPage({ params }: { params: Promise<{ panelId: string }> }) {
  await benchActor("catalogue:manage");
  const { panelId } = await params;
  const panel = await load(readPanel, { params: { panelId } });
  return (
    <Screen
      crumbs={[
        { label: "Catalogue", href: "/catalogue" },
        { label: panel.name, href: `/catalogue/panels/${panel.id}` },
        { label: "Edit" },
      ]}
    >
      <PageHead title={`Edit ${panel.name}`} note="Orders that were placed keep what they asked for." />
      <PanelChangeForm panel={panel} />
    </Screen>
  );
}
