import { pagesAround, readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { Button } from "@/components/ui/button";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { openSessionsPage } from "@/lib/accounts/operations/open-sessions-page";
import { load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { zoneOf } from "../../place";
import { signOut } from "../../session-actions";
import { AccountScreen } from "../_components/account-screen";
import { DeviceTable } from "./device-table";
import { SessionTable } from "./session-table";
import { SignOutEverywhere } from "./sign-out-everywhere";
import { WarningList } from "./warning-list";

export const metadata = { title: "Sessions and devices" };

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { sessions, devices, warnings, timeZone } = await load(openSessionsPage, {
    query: { ...(query.cursor && { cursor: query.cursor }) },
  });
  const zone = timeZone ?? zoneOf(await pageActor());
  return (
    <AccountScreen
      at="/account/sessions"
      title="Sessions and devices"
      actions={
        <>
          <form action={signOut}>
            <Button type="submit">Sign out here</Button>
          </form>
          <SignOutEverywhere />
        </>
      }
    >
      {warnings.length > 0 && (
        <Section title="Recent warnings" count={warnings.length} note="of the last 30 days">
          <WarningList warnings={warnings} zone={zone} />
        </Section>
      )}
      <Section
        title="Where you are signed in"
        note="something you do not know? End it, and change your password"
      >
        <SessionTable sessions={sessions.data} zone={zone} />
        <Paging
          shown={sessions.data.length}
          {...pagesAround("/account/sessions", query, sessions.nextCursor)}
        />
      </Section>
      {!query.cursor && devices.length > 0 && (
        <Section title="Devices" note="a sign-in on any other is told to you by mail">
          <DeviceTable devices={devices} zone={zone} />
        </Section>
      )}
    </AccountScreen>
  );
}
