import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import { benchActor } from "../../../bench-actor";
import { InviteForm } from "./invite-form";

export const metadata = { title: "Invite a colleague" };

export default async function InvitePage() {
  const actor = await benchActor("member:manage");
  const providers = may(actor, "provider:read")
    ? await load(listProviders, { query: { limit: "100" } })
    : null;
  return (
    <Screen
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "Members", href: "/settings/members" },
        { label: "Invite" },
      ]}
    >
      <PageHead
        title="Invite a colleague"
        note="A link goes to the address. It is good for seven days and works once."
      />
      <InviteForm
        providers={(providers?.data ?? [])
          .filter(({ memberId }) => memberId === null)
          .map(({ id, firstName, lastName, specialization }) => ({
            value: id,
            label: [`${lastName}, ${firstName}`, specialization].filter(Boolean).join(" · "),
          }))}
      />
    </Screen>
  );
}
