import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { RulesForm } from "./rules-form";

export const metadata = { title: "Rules" };

export default async function RulesPage() {
  await benchActor("laboratory:manage");
  const laboratory = await load(openSettings);
  return (
    <SettingsScreen current="/settings/rules" crumb="Rules">
      <RulesForm laboratory={laboratory} now={now().toISOString()} />
    </SettingsScreen>
  );
}
