import { Note } from "@/components/ui/note";
import { readSecondFactors } from "@/lib/accounts/operations/read-second-factors";
import { load } from "@/lib/api/load";
import { openSettings } from "@/lib/laboratories/operations/open-settings";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { SignInForm } from "./sign-in-form";

export const metadata = { title: "Signing in" };

export default async function SignInSettingsPage() {
  const { member } = await benchActor("laboratory:manage");
  const laboratory = await load(openSettings);
  const { isProved, isRecent } = await load(readSecondFactors);
  return (
    <SettingsScreen current="/settings/sign-in" crumb="Signing in">
      {!isRecent && (
        <div className="mb-6 max-w-180">
          <Note title="You signed in more than an hour ago.">
            To change how people sign in,{" "}
            <a href="/confirm-identity?next=%2Fsettings%2Fsign-in">confirm that it is you</a> first.
          </Note>
        </div>
      )}
      <SignInForm laboratory={laboratory} mine={member?.roles ?? []} isProved={isProved} />
    </SettingsScreen>
  );
}
