import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Or } from "@/components/lab/auth-frame";
import { LinkButton } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { allowsCode } from "@/lib/accounts/operations/sign-in-code";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../_components/door";
import { placeOfActor } from "../../place";
import { PasskeySignIn } from "./_components/passkey-sign-in";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const footers = {
  laboratory: "Colleagues join by the invitation that the laboratory's administrator sends them.",
  learn: (
    <>
      You are new here? <PageLink href="/register">Register</PageLink>. Your laboratory's reports are read
      here by you alone.
    </>
  ),
  root: (
    <>
      Staff sign in at their laboratory's own address. You are new here?{" "}
      <PageLink href="/register">Register as a patient</PageLink> or{" "}
      <PageLink href="/register/provider">as a provider</PageLink>
    </>
  ),
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  const actor = await pageActor();
  if (actor.account) redirect(safeNextPath(next));
  return (
    <Door title="Sign in" footer={footers[placeOfActor(actor)]}>
      <SignInForm next={safeNextPath(next)} />
      <Or />
      <PasskeySignIn next={safeNextPath(next)} />
      {allowsCode(actor) && (
        <LinkButton
          href={next ? `/sign-in/code?next=${encodeURIComponent(next)}` : "/sign-in/code"}
          size="large"
          wide
        >
          Send me a code by mail
        </LinkButton>
      )}
    </Door>
  );
}
