import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/api/page-actor";
import { currencies } from "@/lib/core/currencies";
import { timeZones } from "@/lib/core/time-zones";
import { env } from "@/lib/infra/env";
import { OwnForm } from "./_components/own-form";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata: Metadata = { title: "Sign up a laboratory" };

export default async function SignUpPage() {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const { account } = await pageActor();
  const choices = {
    rootDomain: env().rootDomain,
    zones: timeZones(),
    currencies: currencies.map((code) => ({
      value: code,
      label: `${code} ${names.of(code) ?? ""}`.trim(),
    })),
  };
  return (
    <Column>
      <PageHead
        title="Sign up a laboratory"
        size="lead"
        note={
          account
            ? `It opens at once, with a catalogue of common tests to begin with. You, ${account.email}, are its administrator.`
            : "It opens as soon as you type the code that comes by e-mail, with a catalogue of common tests to begin with. You are its administrator."
        }
      />
      {account ? (
        <OwnForm {...choices} />
      ) : (
        <>
          <SignUpForm {...choices} />
          <p className="mt-6 text-ink-2">
            You have an account already? <PageLink href="/sign-in?next=/sign-up">Sign in first</PageLink>, and
            the laboratory opens without a code.
          </p>
        </>
      )}
    </Column>
  );
}
