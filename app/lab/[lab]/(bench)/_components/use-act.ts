"use client";

import { useState, useTransition } from "react";
import { type Answer, notReached } from "@/components/forms/answer";
import type { ShownProblem } from "@/components/ui/problem-note";

/** Runs an action outside a form, keeps what was wrong with it, and tells whether it is running. */
export function useAct() {
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isBusy, start] = useTransition();

  function act<Value>(run: () => Promise<Answer<Value>>, done?: (value: Value) => void) {
    start(async () => {
      const answer = await attempt(run);
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) done?.(answer.value);
    });
  }

  return { act, problem, setProblem, isBusy };
}

/** An action that never throws: a lost network is a problem like any other. */
export async function attempt<Value>(run: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await run();
  } catch {
    return { ok: false, problem: notReached };
  }
}
