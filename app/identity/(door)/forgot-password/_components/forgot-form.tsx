"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { ResetRequest } from "@/lib/accounts/schema.ways-back";
import { requestReset } from "../actions";

export function ForgotForm() {
  return (
    <Form schema={ResetRequest} action={requestReset}>
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
        Send the mail
      </SubmitButton>
    </Form>
  );
}
