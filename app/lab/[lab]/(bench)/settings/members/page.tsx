import { UserPlus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { load } from "@/lib/api/load";
import { listInvitations } from "@/lib/laboratories/operations/list-invitations";
import { listMembers } from "@/lib/laboratories/operations/list-members";
import { pagesAround, readSearch, type SearchParams } from "../../_components/page-links";
import { benchActor } from "../../bench-actor";
import { SettingsScreen } from "../_components/settings-screen";
import { InvitationTable } from "./_components/invitation-table";
import { MemberTable } from "./_components/member-table";

export const metadata = { title: "Members" };

export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const members = await load(listMembers, { query: { ...(query.cursor && { cursor: query.cursor }) } });
  const invitations = query.cursor ? null : await load(listInvitations, { query: { limit: "100" } });
  const { laboratory, member } = await benchActor();
  const invite = (
    <LinkButton href="/settings/members/invite" look="primary">
      <UserPlus aria-hidden="true" />
      Invite a colleague
    </LinkButton>
  );
  return (
    <SettingsScreen current="/settings/members" crumb="Members" actions={invite}>
      {invitations && invitations.data.length > 0 && (
        <Section title="Invitations that wait" count={invitations.data.length}>
          <InvitationTable invitations={invitations.data} zone={laboratory.timeZone} />
        </Section>
      )}
      <Section title="Members">
        <MemberTable members={members.data} zone={laboratory.timeZone} selfId={member?.id ?? null} />
        <Paging
          shown={members.data.length}
          {...pagesAround("/settings/members", query, members.nextCursor)}
          words={{ newer: "Back", older: "Further" }}
        />
      </Section>
    </SettingsScreen>
  );
}
