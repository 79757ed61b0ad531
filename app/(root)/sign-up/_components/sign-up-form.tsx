"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { draftsOf } from "@/components/forms/draft";
import { Form } from "@/components/forms/form";
import { NewPasswordField } from "@/components/forms/new-password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { Section } from "@/components/ui/section";
import { LaboratorySignUp } from "@/lib/laboratories/schema";
import { signUp } from "../actions";
import { keepWaiting, SIGN_UP_DRAFT, withoutPassword } from "../waiting";
import { LaboratoryFields, type LaboratoryFieldsProps } from "./laboratory-fields";

/** The laboratory, then the person who signs it up. */
export function SignUpForm({ rootDomain, zones, currencies }: LaboratoryFieldsProps) {
  const router = useRouter();
  const sent = useRef<LaboratorySignUp>(null);
  return (
    <Form
      schema={LaboratorySignUp}
      keep={SIGN_UP_DRAFT}
      className="max-w-220 grid-cols-2 gap-x-14 max-md:grid-cols-1 [&>[data-problem]]:col-span-full"
      action={(body) => {
        sent.current = body;
        return signUp({ body });
      }}
      onDone={(registration) => {
        if (!registration || !sent.current) return;
        // Whoever mistyped the address comes back and corrects it.
        draftsOf(SIGN_UP_DRAFT).write({ values: withoutPassword(sent.current), chosen: {} });
        const { registrationId, email, expiresAt } = registration;
        keepWaiting({ registrationId, email, expiresAt, name: sent.current.name });
        router.push("/sign-up/code");
      }}
    >
      <Section title="The laboratory" className="mt-0!">
        <LaboratoryFields rootDomain={rootDomain} zones={zones} currencies={currencies} />
      </Section>
      <Section title="You, its administrator" className="mt-0! max-md:mt-4!">
        <div className="mt-3 grid gap-4">
          <div className="grid grid-cols-2 gap-4">
            <TextField name="admin.firstName" label="First name" autoComplete="given-name" size="large" />
            <TextField name="admin.lastName" label="Last name" autoComplete="family-name" size="large" />
          </div>
          <TextField
            name="admin.email"
            label="E-mail"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            size="large"
            help="The code goes there."
          />
          <NewPasswordField name="admin.password" label="Password" size="large" />
        </div>
      </Section>
      <div className="col-span-full">
        <SubmitButton size="large" busy="Sending the code">
          Send me the code
        </SubmitButton>
      </div>
    </Form>
  );
}
