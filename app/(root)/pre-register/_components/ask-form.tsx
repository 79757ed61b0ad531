"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { Note } from "@/components/ui/note";
import { ToEmail } from "@/lib/accounts/schema.registrations";
import { ask } from "../actions";

export function AskForm() {
  const [sent, setSent] = useState(false);
  return (
    <div className="grid max-w-110 gap-5">
      {sent ? (
        <Note kind="ok" title="Look in your mail." live="status">
          Follow the link in it, and we write to you once: when the doors open.
        </Note>
      ) : (
        <Form schema={ToEmail} action={(body) => ask({ body })} onDone={() => setSent(true)}>
          <TextField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            size="large"
          />
          <div>
            <SubmitButton size="large" busy="Sending the mail">
              Tell me
            </SubmitButton>
          </div>
        </Form>
      )}
    </div>
  );
}
