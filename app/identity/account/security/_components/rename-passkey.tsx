"use client";

import { useState } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PasskeyName } from "@/lib/accounts/schema.second-factors";
import { renamePasskey } from "../actions";

const Named = z.strictObject({ name: PasskeyName });

export function RenamePasskey({ id, name }: { id: string; name: string }) {
  const [isOpen, open] = useState(false);
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => open(true)}>
        Rename
        <span className="sr-only"> the passkey {name}</span>
      </Button>
    );
  }
  return (
    <Form
      schema={Named}
      initial={{ name }}
      className="text-start"
      action={(body) => renamePasskey({ params: { passkeyId: id }, body })}
      onDone={() => open(false)}
    >
      <TextField name="name" label="New name" autoComplete="off" autoFocus />
      <div className="flex flex-wrap gap-2">
        <SubmitButton look="plain" busy="Saving" size="small">
          Save
        </SubmitButton>
        <Button size="small" onClick={() => open(false)}>
          Leave it
        </Button>
      </div>
    </Form>
  );
}
