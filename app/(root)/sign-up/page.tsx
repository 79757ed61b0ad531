import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { currencies } from "@/lib/core/currencies";
import { timeZones } from "@/lib/core/time-zones";
import { env } from "@/lib/infra/env";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata: Metadata = { title: "Sign up a laboratory" };

export default function SignUpPage() {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return (
    <Column>
      <PageHead
        title="Sign up a laboratory"
        size="lead"
        note="It opens as soon as you type the code that comes by e-mail, with a catalogue of common tests to begin with. You are its administrator."
      />
      <SignUpForm
        rootDomain={env().rootDomain}
        zones={timeZones()}
        currencies={currencies.map((code) => ({
          value: code,
          label: `${code} ${names.of(code) ?? ""}`.trim(),
        }))}
      />
    </Column>
  );
}
