import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageLink } from "@/components/ui/page-link";
import { openResetLink } from "@/lib/accounts/operations/open-reset-link";
import { tryLoad } from "@/lib/api/load";
import { Door } from "../../../../_components/door";
import { LinkForm } from "../../_components/link-form";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "New password",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { params: Promise<{ uid: string; token: string }> };

export default async function ResetByLinkPage({ params }: Props) {
  const { uid, token } = await params;
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openResetLink, { params: { uid, token } });
  const link = asked.ok && asked.value.valid ? asked.value : null;
  if (!link) {
    return (
      <Door
        title="New password"
        footer={
          <>
            You know your password again? <PageLink href="/sign-in">Sign in</PageLink>
          </>
        }
      >
        <Note kind="warn" title="This link is no longer good.">
          It was used, a newer one was asked for, or it is older than 24 hours.
        </Note>
        <LinkButton href="/forgot-password" look="tenant" size="large" wide>
          Ask for a new one
        </LinkButton>
      </Door>
    );
  }
  return (
    <Door title="New password">
      <p>
        For <strong className="wrap-anywhere">{link.email}</strong>. You are then signed out everywhere, and
        sign in with the new one.
      </p>
      <LinkForm uid={uid} token={token} email={link.email} lengthMin={link.lengthMin} />
    </Door>
  );
}
