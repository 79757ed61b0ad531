"use client";

import { useState, useTransition } from "react";
import { type Answer, notReached } from "../forms/answer";
import { forgetAllDrafts } from "../forms/draft";
import type { PasskeyQuestion } from "../forms/passkey";
import { PasskeyButton, type PasskeyProof } from "../forms/passkey-button";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { PasswordInput } from "../ui/password-input";
import { ProblemNote, type ShownProblem } from "../ui/problem-note";

type Proof = { password: string } | { passkey: PasskeyProof };

type UnlockProps = {
  /** Whose screen it is. */
  name: string;
  unlock: (proof: Proof) => Promise<Answer<unknown>>;
  ask: () => Promise<Answer<PasskeyQuestion>>;
  signOut: () => Promise<void>;
  onDone: () => void;
};

/** Opens a locked screen by the person it belongs to; anybody else signs in instead, and ends that session. */
export function Unlock({ name, unlock, ask, signOut, onDone }: UnlockProps) {
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isBusy, start] = useTransition();

  function send(form: FormData) {
    const password = String(form.get("password") ?? "");
    if (password === "") return setProblem(nothingTyped);
    start(async () => {
      const answer = await unlock({ password }).catch(() => ({ ok: false, problem: notReached }) as const);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) onDone();
    });
  }

  return (
    <div className="grid gap-4">
      <p>
        It belongs to <strong>{name}</strong>. What was typed is still there.
      </p>
      {problem && <ProblemNote problem={problem} />}
      <form action={send} className="grid gap-4">
        <Field label="Password">
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              size="large"
              autoComplete="current-password"
              autoFocus
            />
          )}
        </Field>
        <Button type="submit" look="tenant" size="large" wide busy={isBusy && "Unlocking"}>
          Unlock
        </Button>
      </form>
      <PasskeyButton shown="used" ask={ask} prove={(passkey) => unlock({ passkey })} onDone={onDone}>
        Unlock with a passkey
      </PasskeyButton>
      <form action={signOut}>
        <Button type="submit" look="quiet" size="large" wide onClick={forgetAllDrafts}>
          Sign in as somebody else
        </Button>
      </form>
    </div>
  );
}

const nothingTyped: ShownProblem = { title: "Type your password", detail: "Or sign in as somebody else." };
