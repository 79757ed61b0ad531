import { Screen } from "@/components/lab/screen";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { listSessions } from "@/lib/accounts/operations/list-sessions";
import { load } from "@/lib/api/load";
import { permissions, roles } from "@/lib/core/access";
import { signOut } from "../../session-actions";
import { pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { benchActor } from "../bench-actor";
import { SessionTable } from "./_components/session-table";

export const metadata = { title: "Account and sessions" };

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listSessions, {
    query: { ...(query.cursor && { cursor: query.cursor }) },
  });
  const { account, member, laboratory } = await benchActor();
  return (
    <Screen crumbs={[{ label: "Account and sessions" }]}>
      <PageHead
        title={member?.name ?? "Account"}
        actions={
          <form action={signOut}>
            <Button type="submit">Sign out here</Button>
          </form>
        }
      />
      <DescriptionList
        layout="above"
        items={[
          { term: "E-mail", value: account?.email },
          { term: "Public id", value: account && <Id>{account.publicId}</Id> },
          { term: "Laboratory", value: laboratory.name },
        ]}
      />
      <Section
        title="Where you are signed in"
        note="something you do not know? End it, and tell your administrator"
      >
        <SessionTable sessions={data} zone={laboratory.timeZone} />
        <Paging shown={data.length} {...pagesAround("/account", query, nextCursor)} />
      </Section>
      <Section title="What you may do here">
        <ul className="mt-2 grid max-w-220 gap-x-10 gap-y-5 md:grid-cols-2">
          {member?.roles.map((role) => (
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
      <Section title="Theme" note="kept in this browser">
        <div className="mt-1 w-64">
          <ThemeToggle />
        </div>
      </Section>
    </Screen>
  );
}
