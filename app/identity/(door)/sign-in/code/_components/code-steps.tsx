"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField, TextField } from "@/components/forms/text-fields";
import { Resend } from "@/components/ui/resend";
import { TimeLeft } from "@/components/ui/time-left";
import { SignInByCode, ToEmail } from "@/lib/accounts/schema.registrations";
import { requestCode, signInByCode } from "../actions";

const Typed = SignInByCode.pick({ code: true });

const soon = () => new Date(Date.now() + 10 * 60_000).toISOString();

/** The address, then the code that came to it: one page, so that the address is typed once. */
export function CodeSteps({ next }: { next: string }) {
  const [asked, setAsked] = useState<{ email: string; until: string } | null>(null);
  if (!asked) {
    return (
      <>
        <p>Type your e-mail address, and a mail brings you six digits to sign in with.</p>
        <Form
          key="address"
          schema={ToEmail}
          action={async (body) => {
            const answer = await requestCode({ body });
            if (answer.ok) setAsked({ email: body.email.trim(), until: soon() });
            return answer;
          }}
        >
          <TextField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            size="large"
          />
          <SubmitButton look="tenant" size="large" wide busy="Sending">
            Send me a code
          </SubmitButton>
        </Form>
      </>
    );
  }
  return (
    <>
      <p>
        If <strong className="wrap-anywhere">{asked.email}</strong> may sign in here, a mail with six digits
        is there now. <TimeLeft key={asked.until} until={asked.until} over="have a new mail sent." />
      </p>
      {/* Another form, not the one before with other fields: it would send the address along. */}
      <Form key="code" schema={Typed} action={({ code }) => signInByCode(asked.email, code, next)}>
        <CodeField name="code" label="Code" help="Five tries." />
        <SubmitButton look="tenant" size="large" wide busy="Signing in">
          Sign in
        </SubmitButton>
      </Form>
      <Resend
        action={() => requestCode({ body: { email: asked.email } })}
        onSent={() => setAsked({ ...asked, until: soon() })}
      />
    </>
  );
}
