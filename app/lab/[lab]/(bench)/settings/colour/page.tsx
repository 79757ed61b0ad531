import { load } from "@/lib/api/load";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { ColourForm } from "./colour-form";

export const metadata = { title: "Colour" };

export default async function ColourPage() {
  await benchActor("laboratory:manage");
  const { name, colour, version } = await load(openSettings);
  return (
    <SettingsScreen current="/settings/colour" crumb="Colour">
      <ColourForm name={name} colour={colour} version={version} />
    </SettingsScreen>
  );
}
