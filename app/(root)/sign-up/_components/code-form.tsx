"use client";

import { useState, useSyncExternalStore } from "react";
import { draftsOf } from "@/components/forms/draft";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageLink } from "@/components/ui/page-link";
import { Resend } from "@/components/ui/resend";
import { TimeLeft } from "@/components/ui/time-left";
import { Confirmation } from "@/lib/laboratories/schema";
import { confirm, resend } from "../actions";
import { forgetWaiting, keepWaiting, readWaiting, SIGN_UP_DRAFT } from "../waiting";
import { HandOver, type Opened } from "./hand-over";

const Typed = Confirmation.pick({ code: true });

/** The code opens the laboratory, and a ticket carries the person to its own address (S18a). */
export function CodeForm() {
  const waiting = useSyncExternalStore(noChanges, readWaiting, unknown);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [renewed, setRenewed] = useState<string | null>(null);
  if (opened) return <HandOver {...opened} />;
  // The server cannot know it: nothing is shown in its place, so that nothing jumps.
  if (waiting === undefined) return null;
  if (waiting === null) {
    return (
      <Empty
        title="No sign-up waits in this tab"
        action={<LinkButton href="/sign-up">Sign up a laboratory</LinkButton>}
      >
        A code is typed where it was asked for. If you closed that tab, sign up again: you get a new code.
      </Empty>
    );
  }
  const expiresAt = renewed ?? waiting.expiresAt;
  return (
    <div className="grid max-w-110 gap-5">
      <p className="text-base">
        We sent six digits to <strong className="wrap-anywhere">{waiting.email}</strong> to open{" "}
        {waiting.name}. <TimeLeft key={expiresAt} until={expiresAt} over="have a new one sent." />
      </p>
      <Form
        schema={Typed}
        action={({ code }) => confirm({ body: { registrationId: waiting.registrationId, code } })}
        onDone={(answer) => {
          if (!answer) return;
          draftsOf(SIGN_UP_DRAFT).forget();
          forgetWaiting();
          const { url, name } = answer.laboratory;
          setOpened({ url, name, ticket: answer.ticket });
        }}
      >
        <CodeField name="code" label="Code" help="Five tries." className="max-w-48" />
        <div>
          <SubmitButton size="large" busy="Opening the laboratory">
            Open the laboratory
          </SubmitButton>
        </div>
      </Form>
      <Resend
        action={() => resend({ body: { registrationId: waiting.registrationId } })}
        onSent={() => {
          const until = new Date(Date.now() + 30 * 60_000).toISOString();
          keepWaiting({ ...waiting, expiresAt: until });
          setRenewed(until);
        }}
      />
      <p className="text-ink-2">
        Nothing there? Look among the unwanted mail. Was the address wrong, or does the mail bring no code?{" "}
        <PageLink href="/sign-up">Go back and correct it</PageLink>: what you typed is still there.
      </p>
    </div>
  );
}

const noChanges = () => () => {};
const unknown = () => undefined;
