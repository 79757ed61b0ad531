"use client";

import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField, TextField } from "@/components/forms/text-fields";
import { SecondFactorCode } from "@/lib/accounts/schema.second-factors";
import { finishSignIn } from "./actions";

const Typed = z.strictObject({ code: SecondFactorCode });

/** Six digits of the app, or a code from paper. */
export function CodeForm({ kind, next }: { kind: "totp" | "recovery_code"; next: string }) {
  return (
    <Form schema={Typed} action={({ code }) => finishSignIn({ code }, next)}>
      {kind === "totp" ? (
        <CodeField name="code" label="Code" help="The six digits that your authenticator app shows now." />
      ) : (
        <TextField
          name="code"
          label="Recovery code"
          mono
          size="large"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          help="One of the ten that you kept, such as 7K4QM-2XD9R. Each opens once."
        />
      )}
      <SubmitButton look="tenant" size="large" wide busy="Signing in">
        Sign in
      </SubmitButton>
    </Form>
  );
}
