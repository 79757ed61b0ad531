import { logoAddress } from "@/app/identity/_components/door";
import { load } from "@/lib/api/load";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { ColourForm } from "./colour-form";
import { LogoForm } from "./logo-form";

export const metadata = { title: "Logo and colour" };

export default async function ColourPage() {
  const { laboratory } = await benchActor("laboratory:manage");
  const { name, colour, version } = await load(openSettings);
  return (
    <SettingsScreen current="/settings/colour" crumb="Logo and colour">
      <div className="grid gap-8">
        <LogoForm current={logoAddress(laboratory.logoSha256)} />
        <ColourForm name={name} colour={colour} version={version} />
      </div>
    </SettingsScreen>
  );
}
