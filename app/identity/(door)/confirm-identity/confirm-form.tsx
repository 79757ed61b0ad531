"use client";

import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField, PasswordField } from "@/components/forms/text-fields";
import { SecondFactorCode } from "@/lib/accounts/schema.second-factors";
import { confirmIdentity } from "./actions";

const password = z.string().min(1, "Type your password.");
const PasswordOnly = z.strictObject({ password });
const WithCode = z.strictObject({ password, code: SecondFactorCode });

/** @param email the account's, for password managers. */
export function ConfirmForm({ email, asksCode, next }: { email: string; asksCode: boolean; next: string }) {
  return (
    <Form schema={asksCode ? WithCode : PasswordOnly} action={(typed) => confirmIdentity(typed, next)}>
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField name="password" label="Password" autoComplete="current-password" size="large" />
      {asksCode && (
        <CodeField
          name="code"
          label="Code"
          help="Six digits of your authenticator app, or one of your recovery codes."
        />
      )}
      <SubmitButton look="tenant" size="large" wide busy="Confirming">
        Confirm
      </SubmitButton>
    </Form>
  );
}
