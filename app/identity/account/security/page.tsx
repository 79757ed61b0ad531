import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { readSecondFactors } from "@/lib/accounts/operations/read-second-factors";
import { load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { zoneOf } from "../../place";
import { AccountScreen } from "../_components/account-screen";
import { ChangePasswordForm } from "./_components/change-password-form";
import { Factors } from "./_components/factors";
import { LaboratoryAsks } from "./_components/laboratory-asks";

export const metadata = { title: "Signing in" };

type Search = Promise<{ enrol?: string; next?: string }>;

export default async function SecurityPage({ searchParams }: { searchParams: Search }) {
  const { next } = await searchParams;
  const factors = await load(readSecondFactors);
  const actor = await pageActor();
  const { account, laboratory, member, from } = actor;
  const onward = next ? safeNextPath(next) : null;
  return (
    <AccountScreen at="/account/security" title="Signing in">
      <div className="mt-5 mb-6 grid max-w-180 gap-3 empty:hidden">
        {factors.isRequired && !factors.isProved && (
          <Note kind="warn" title={`${laboratory?.name} asks people with your role for a second factor.`}>
            Add an authenticator app or a passkey below; until then you cannot work here.
          </Note>
        )}
        {factors.isRequired && factors.isProved && onward && (
          <Note kind="ok" title="This session has your second factor.">
            <div className="mt-2">
              <LinkButton href={onward}>Go on to work</LinkButton>
            </div>
          </Note>
        )}
        {!factors.isRecent && (
          <Note title="You signed in more than an hour ago.">
            To change how you sign in,{" "}
            <a href="/confirm-identity?next=%2Faccount%2Fsecurity">confirm that it is you</a> first.
          </Note>
        )}
      </div>
      <Factors factors={factors} host={from.host} device={from.device} zone={zoneOf(actor)} />
      {account && factors.isRecent && (
        <Section title="Password">
          <div className="mt-2">
            <ChangePasswordForm
              email={account.email}
              {...(laboratory && { lengthMin: laboratory.passwordLengthMin })}
            />
          </div>
        </Section>
      )}
      {laboratory && member && <LaboratoryAsks laboratory={laboratory} roles={member.roles} />}
    </AccountScreen>
  );
}
