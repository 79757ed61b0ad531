import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { openVerificationLink } from "@/lib/accounts/operations/open-verification-link";
import { tryLoad } from "@/lib/api/load";
import { Door } from "../../_components/door";
import { ConfirmForm } from "./_components/confirm-form";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "Confirm your address",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function VerifyEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openVerificationLink, { query: { token: given } });
  if (!asked.ok || !asked.value.valid) {
    return (
      <Door title="Confirm your address">
        <Note kind="warn" title="This link is no longer good.">
          It was used, is older than thirty minutes, or a newer mail has taken its place. If you have
          confirmed already, sign in; if not, register again.
        </Note>
        <LinkButton href="/sign-in" look="tenant" size="large" wide>
          Sign in
        </LinkButton>
        <LinkButton href="/register" size="large" wide>
          Register again
        </LinkButton>
      </Door>
    );
  }
  return (
    <Door
      title="Confirm your address"
      footer="You did not register? Then do not confirm: somebody else chose the password of this account."
    >
      <p>
        Somebody registered with <strong className="wrap-anywhere">{asked.value.emailHint}</strong>. If it was
        you, confirm it: your account is ready then.
      </p>
      <ConfirmForm token={given} />
    </Door>
  );
}
