import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { openOwnEmailChange } from "@/lib/accounts/operations/open-email-change";
import { readMe } from "@/lib/accounts/operations/read-me";
import { load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { permissions, roles } from "@/lib/core/access";
import { timeZones } from "@/lib/core/time-zones";
import { placeOfActor } from "../place";
import { AccountScreen } from "./_components/account-screen";
import { ChangeEmailForm } from "./_components/change-email-form";
import { NewPractice } from "./_components/new-practice";
import { Practice } from "./_components/practice";
import { ProfileForm } from "./_components/profile-form";

export const metadata = { title: "Account" };

export default async function AccountPage() {
  const me = await load(readMe);
  const { waiting } = await load(openOwnEmailChange);
  const actor = await pageActor();
  const { account, member, laboratory, name } = actor;
  return (
    <AccountScreen at="/account" title={name}>
      <DescriptionList
        layout="above"
        items={[
          { term: "E-mail", value: account?.email },
          { term: "Public id", value: account && <Id>{account.publicId}</Id> },
          ...(laboratory ? [{ term: "Laboratory", value: laboratory.name }] : []),
        ]}
      />
      <Section title="Profile">
        <div className="mt-2 grid gap-4">
          {me.takenUsername !== null && (
            <Note kind="warn" className="max-w-180" title={`Somebody has the username ${me.takenUsername}.`}>
              It was taken before your registration was confirmed. Choose another below, or sign in with your
              e-mail address.
            </Note>
          )}
          {/* Their own health is nothing that people tell where they work. */}
          <ProfileForm me={me} zones={timeZones()} asksPregnancy={placeOfActor(actor) !== "laboratory"} />
        </div>
      </Section>
      {me.practice ? <Practice accountId={me.id} /> : <NewPractice phone={me.phone} />}
      <Section title="E-mail address">
        <div className="mt-2">
          <ChangeEmailForm waiting={waiting} />
        </div>
      </Section>
      {member && (
        <Section title="What you may do here">
          <ul className="mt-2 grid max-w-220 gap-x-10 gap-y-5 md:grid-cols-2">
            {member.roles.map((role) => (
              <li key={role}>
                <h3 className="font-strong">{roles[role].label}</h3>
                <ul className="list-disc ps-4 text-ink-2">
                  {roles[role].may.map((permission) => (
                    <li key={permission}>{permissions[permission]}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Theme" note="kept in this browser">
        <div className="mt-1 w-64">
          <ThemeToggle />
        </div>
      </Section>
    </AccountScreen>
  );
}
