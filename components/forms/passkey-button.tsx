"use client";

import { KeyRound } from "lucide-react";
import { unstable_rethrow as rethrowNavigation } from "next/navigation";
import { useState, useSyncExternalStore, useTransition } from "react";
import { Button, type ButtonLook, type ButtonSize } from "../ui/button";
import { ProblemNote, type ShownProblem } from "../ui/problem-note";
import { type Answer, notReached } from "./answer";
import { canUsePasskeys, hasUsedPasskey, noPasskey, type PasskeyQuestion, provePasskey } from "./passkey";

export type PasskeyProof = Awaited<ReturnType<typeof provePasskey>>;

type PasskeyButtonProps = {
  children: string;
  /** Asks the server for its question, and brings it the answer. */
  ask: () => Promise<Answer<PasskeyQuestion>>;
  prove: (proof: PasskeyProof) => Promise<Answer<unknown> | undefined>;
  onDone?: () => void;
  /** "supported": wherever the browser can. "used": where one was used before. */
  shown?: "supported" | "used";
  look?: ButtonLook;
  size?: ButtonSize;
};

/** Proves a passkey; absent where the browser has no way to. */
export function PasskeyButton(props: PasskeyButtonProps) {
  const { children, ask, prove, onDone, shown = "supported", look, size } = props;
  const isShown = useSyncExternalStore(
    never,
    shown === "used" ? hasUsedPasskey : canUsePasskeys,
    () => false,
  );
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isBusy, start] = useTransition();
  if (!isShown) return null;

  function press() {
    start(async () => {
      const answer = await proved(ask, prove);
      setProblem(answer && !answer.ok ? answer.problem : null);
      if (!answer || answer.ok) onDone?.();
    });
  }

  return (
    <div className="grid gap-3">
      {problem && <ProblemNote problem={problem} />}
      <Button
        look={look ?? "plain"}
        size={size ?? "large"}
        wide
        busy={isBusy && "Waiting for the passkey"}
        onClick={press}
      >
        <KeyRound aria-hidden="true" />
        {children}
      </Button>
    </div>
  );
}

async function proved(
  ask: PasskeyButtonProps["ask"],
  prove: PasskeyButtonProps["prove"],
): Promise<Answer<unknown> | undefined> {
  try {
    const question = await ask();
    if (!question.ok) return question;
    const proof = await provePasskey(question.value).catch(() => null);
    return proof ? await prove(proof) : { ok: false, problem: noPasskey };
  } catch (error) {
    // The action led to another page: it was proved.
    rethrowNavigation(error);
    return { ok: false, problem: notReached };
  }
}

/** What a browser can does not change while a page is open. */
const never = () => () => {};
