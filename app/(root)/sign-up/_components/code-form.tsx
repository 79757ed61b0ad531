"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { draftsOf } from "@/components/forms/draft";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField } from "@/components/forms/text-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageLink } from "@/components/ui/page-link";
import { Confirmation } from "@/lib/laboratories/schema";
import { confirm } from "../actions";
import { forgetWaiting, readWaiting, SIGN_UP_DRAFT } from "../waiting";
import { TimeLeft } from "./time-left";

const Typed = Confirmation.pick({ code: true });

type Opened = { url: string; ticket: string; name: string };

/** The code opens the laboratory, and a ticket carries the person to its own address (S18a). */
export function CodeForm() {
  const waiting = useSyncExternalStore(noChanges, readWaiting, unknown);
  const [opened, setOpened] = useState<Opened | null>(null);
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
  return (
    <div className="grid max-w-110 gap-5">
      <p className="text-base">
        We sent six digits to <strong className="wrap-anywhere">{waiting.email}</strong> to open{" "}
        {waiting.name}. <TimeLeft until={waiting.expiresAt} />
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
      <p className="text-ink-2">
        Nothing there? Look among the unwanted mail. Was the address wrong, or does the mail bring no code?{" "}
        <PageLink href="/sign-up">Go back and correct it</PageLink>: what you typed is still there.
      </p>
    </div>
  );
}

/** A form of this host to the laboratory's: no link may sign anybody in, and no cookie spans hosts. */
function HandOver({ url, ticket, name }: Opened) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.submit(), []);
  return (
    <form
      ref={form}
      method="post"
      action={`${url}/welcome`}
      className="grid max-w-110 justify-items-start gap-4"
    >
      <p role="status" className="text-base">
        {name} is open. We take you there.
      </p>
      <input type="hidden" name="ticket" value={ticket} />
      <Button type="submit" look="primary" size="large">
        Go to the laboratory
      </Button>
    </form>
  );
}

const noChanges = () => () => {};
const unknown = () => undefined;
