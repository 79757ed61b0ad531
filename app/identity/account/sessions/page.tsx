import { pagesAround, readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { Button } from "@/components/ui/button";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { listSessions } from "@/lib/accounts/operations/list-sessions";
import { load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { zoneOf } from "../../place";
import { signOut } from "../../session-actions";
import { AccountScreen } from "../_components/account-screen";
import { SessionTable } from "./session-table";

export const metadata = { title: "Sessions and devices" };

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listSessions, {
    query: { ...(query.cursor && { cursor: query.cursor }) },
  });
  const actor = await pageActor();
  return (
    <AccountScreen
      at="/account/sessions"
      title="Sessions and devices"
      actions={
        <form action={signOut}>
          <Button type="submit">Sign out here</Button>
        </form>
      }
    >
      <Section
        title="Where you are signed in"
        note="something you do not know? End it, and change your password"
      >
        <SessionTable sessions={data} zone={zoneOf(actor)} />
        <Paging shown={data.length} {...pagesAround("/account/sessions", query, nextCursor)} />
      </Section>
    </AccountScreen>
  );
}
