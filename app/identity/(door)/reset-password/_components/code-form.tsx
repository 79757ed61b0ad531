"use client";

import { Form } from "@/components/forms/form";
import { CodeField, TextField } from "@/components/forms/text-fields";
import { ResetByCode } from "@/lib/accounts/schema.ways-back";
import { byCode } from "../actions";
import { NewPassword } from "./new-password";

export function CodeForm({ lengthMin }: { lengthMin: number | undefined }) {
  return (
    <Form schema={ResetByCode} action={byCode}>
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
      <CodeField name="code" label="Code from the mail" help="Six digits, good for ten minutes." />
      <NewPassword lengthMin={lengthMin} />
    </Form>
  );
}
