import { load } from "@/lib/api/load";
import { timeZones } from "@/lib/core/time-zones";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { benchActor } from "../bench-actor";
import { LaboratoryForm } from "./_components/laboratory-form";
import { SettingsScreen } from "./_components/settings-screen";

export const metadata = { title: "Settings" };

export default async function SettingsPage() {
  await benchActor("laboratory:manage");
  const laboratory = await load(openSettings);
  return (
    <SettingsScreen current="/settings">
      <LaboratoryForm laboratory={laboratory} zones={timeZones()} />
    </SettingsScreen>
  );
}
