import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Or } from "@/components/lab/auth-frame";
import { PageLink } from "@/components/ui/page-link";
import { readSecondFactors } from "@/lib/accounts/operations/read-second-factors";
import { load } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../_components/door";
import { holdLocked } from "../../hold-at-door";
import { ConfirmForm } from "./confirm-form";
import { ConfirmPasskey } from "./confirm-passkey";

export const metadata: Metadata = { title: "Confirm that it is you" };

type Search = Promise<{ next?: string }>;

/** Asks a person who is signed in to prove it again, and leads back to where they were. */
export default async function ConfirmIdentityPage({ searchParams }: { searchParams: Search }) {
  const next = safeNextPath((await searchParams).next);
  const actor = await pageActor();
  const { account, session, laboratory } = actor;
  if (!account || !session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  await holdLocked(actor);
  const { totp, passkeys } = await load(readSecondFactors);
  const hasFactor = totp !== null || passkeys.length > 0;
  if (session.wantsSecondFactor && !hasFactor) {
    redirect(`/account/security?enrol=1&next=${encodeURIComponent(next)}`);
  }
  return (
    <Door
      title="Confirm that it is you"
      footer={
        <>
          Not {actor.name}? <PageLink href="/account/sessions">Sign out</PageLink> first.
        </>
      }
    >
      <p>
        {session.wantsSecondFactor
          ? `${laboratory?.name} asks people with your role for a second factor, and this session has not seen yours.`
          : "What you are about to do needs a proof that is less than an hour old."}
      </p>
      {passkeys.some(({ isHere }) => isHere) && (
        <>
          <ConfirmPasskey next={next} />
          <Or />
        </>
      )}
      <ConfirmForm email={account.email} asksCode={hasFactor} next={next} />
    </Door>
  );
}
