import type { Metadata } from "next";
import { Note } from "@/components/ui/note";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import { openEmailChangeLink } from "@/lib/accounts/operations/open-email-change-link";
import { tryLoad } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { Door } from "../../_components/door";
import { zoneOf } from "../../place";
import { ConfirmChange } from "./_components/confirm-change";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "Change of e-mail address",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function EmailChangePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openEmailChangeLink, { query: { token: given } });
  const link = asked.ok && asked.value.valid ? asked.value : null;
  if (!link) {
    return (
      <Door title="New e-mail address" footer={<PageLink href="/sign-in">Sign in</PageLink>}>
        <Note kind="warn" title="This link is no longer good.">
          The change was made or withdrawn, a newer one was asked for, or the link is older than 24 hours.
        </Note>
      </Door>
    );
  }
  const { newEmail, side, confirmed, expiresAt } = link;
  return (
    <Door title="New e-mail address" footer={<NotAskedFor />}>
      <p>
        {side === "old" ? "The account of this mailbox is to use " : "An account is to use "}
        <strong className="wrap-anywhere">{newEmail}</strong> from now on. It takes effect when both
        addresses, the old and the new, have confirmed it, until{" "}
        <Time at={expiresAt} zone={zoneOf(await pageActor())} form="both" />.
      </p>
      <ConfirmChange token={given} isConfirmed={confirmed} />
    </Door>
  );
}

function NotAskedFor() {
  return (
    <>
      You did not ask for this? Stop it, then{" "}
      <PageLink href="/forgot-password">choose a new password</PageLink>.
    </>
  );
}
