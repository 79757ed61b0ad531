"use client";

import { useState } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { notify } from "@/components/ui/toast";
import { EmailChangeRequest } from "@/lib/accounts/schema.ways-back";
import { askForEmail, withdrawEmail } from "./change-email-actions";

type Waiting = { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean };

/** Asks for another address, or shows the one that still waits for a mailbox. */
export function ChangeEmailForm({ waiting }: { waiting: Waiting | null }) {
  const [asked, setAsked] = useState(0);
  if (waiting) return <WaitingChange {...waiting} />;
  return (
    <Form
      key={asked}
      schema={EmailChangeRequest}
      className="max-w-88"
      action={(body) => askForEmail({ body })}
      onDone={() => setAsked((times) => times + 1)}
    >
      <TextField
        name="newEmail"
        label="New e-mail address"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        help="A link goes to this address and to your present one; it changes when both have confirmed."
      />
      <PasswordField name="currentPassword" label="Your password" autoComplete="current-password" />
      <div>
        <SubmitButton look="plain" busy="Sending">
          Change the address
        </SubmitButton>
      </div>
    </Form>
  );
}

function WaitingChange({ newEmail, oldConfirmed, newConfirmed }: Waiting) {
  const { act, problem, isBusy } = useAct();
  const missing = [
    ...(oldConfirmed ? [] : ["your present address"]),
    ...(newConfirmed ? [] : ["the new address"]),
  ].join(" and ");
  return (
    <div className="grid max-w-140 gap-3">
      <Note>
        The change to <strong className="wrap-anywhere">{newEmail}</strong> waits for {missing}: open the link
        in the mail that was sent there.
      </Note>
      <Refused problem={problem} />
      <div>
        <Button
          busy={isBusy && "Withdrawing"}
          onClick={() =>
            act(
              () => withdrawEmail({}),
              () => notify({ title: "Change withdrawn", detail: "Your address stays as it is." }),
            )
          }
        >
          Withdraw the change
        </Button>
      </div>
    </div>
  );
}
