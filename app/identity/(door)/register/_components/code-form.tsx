"use client";

import { useState, useSyncExternalStore } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Resend } from "@/components/ui/resend";
import { TimeLeft } from "@/components/ui/time-left";
import { CodeOfAddress } from "@/lib/accounts/schema.registrations";
import { confirmCode, resend } from "../actions";
import { keepWaiting, readWaiting } from "../waiting";

const Typed = CodeOfAddress.pick({ code: true });

/** The code makes the account, for who asked for it in this tab; the link of the same mail does it anywhere. */
export function CodeForm() {
  const waiting = useSyncExternalStore(noChanges, readWaiting, unknown);
  const [renewed, setRenewed] = useState<string | null>(null);
  // The server cannot know it: nothing is shown in its place, so that nothing jumps.
  if (waiting === undefined) return null;
  if (waiting === null) {
    return (
      <>
        <Note title="No registration waits in this tab.">
          Open the link in the mail instead, or register again.
        </Note>
        <LinkButton href="/register" look="tenant" size="large" wide>
          Register
        </LinkButton>
      </>
    );
  }
  const expiresAt = renewed ?? waiting.expiresAt;
  return (
    <>
      <p>
        We sent six digits to <strong className="wrap-anywhere">{waiting.email}</strong>.{" "}
        <TimeLeft key={expiresAt} until={expiresAt} over="have a new mail sent." />
      </p>
      <Form schema={Typed} action={({ code }) => confirmCode(waiting.email, code)}>
        <CodeField name="code" label="Code" help="Five tries. The link in the same mail does it as well." />
        <SubmitButton look="tenant" size="large" wide busy="Confirming">
          Confirm
        </SubmitButton>
      </Form>
      <Resend
        action={() => resend({ body: { email: waiting.email } })}
        onSent={() => {
          const until = new Date(Date.now() + 30 * 60_000).toISOString();
          keepWaiting({ ...waiting, expiresAt: until });
          setRenewed(until);
        }}
      />
    </>
  );
}

const noChanges = () => () => {};
const unknown = () => undefined;
