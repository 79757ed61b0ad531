"use client";

import type { ShownProblem } from "@/components/ui/problem-note";

/** Where to confirm who one is, for what asks for a recent sign-in (S15). What is typed here is not kept. */
export function ConfirmFirst({ problem, next }: { problem: ShownProblem; next: string }) {
  if (problem.code !== "reauthentication_required") return null;
  return (
    <p className="mt-1">
      <a href={`/confirm-identity?next=${encodeURIComponent(next)}`}>Confirm that it is you</a>, then do this
      again.
    </p>
  );
}
