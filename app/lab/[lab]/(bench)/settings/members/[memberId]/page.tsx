import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { openMember } from "@/lib/laboratories/operations/open-member";
import { benchActor } from "../../../bench-actor";
import { MemberForm } from "./member-form";

export const metadata = { title: "Member" };

export default async function MemberPage({ params }: { params: Promise<{ memberId: string }> }) {
  const { memberId } = await params;
  const member = await load(openMember, { params: { memberId } });
  const actor = await benchActor();
  const isSelf = actor.member?.id === member.id;
  return (
    <Screen
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "Members", href: "/settings/members" },
        { label: member.name },
      ]}
    >
      <PageHead title={member.name} note={member.email} />
      <MemberForm member={member} isSelf={isSelf} />
    </Screen>
  );
}
