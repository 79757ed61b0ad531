"use client";

import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Note } from "@/components/ui/note";
import { confirm } from "../actions";

const Nothing = z.strictObject({});

export function ConfirmForm({ token }: { token: string }) {
  const [email, setEmail] = useState<string | null>(null);
  if (email !== null) {
    return (
      <Note kind="ok" title="We write to you." live="status" className="max-w-110">
        Once, to {email}, when the doors open.
      </Note>
    );
  }
  return (
    <Form
      schema={Nothing}
      action={() => confirm({ body: { token } })}
      onDone={(answer) => answer && setEmail(answer.email)}
    >
      <div>
        <SubmitButton size="large" busy="Confirming">
          Yes, tell me
        </SubmitButton>
      </div>
    </Form>
  );
}
