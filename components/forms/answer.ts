import type { ShownProblem } from "../ui/problem-note";

/** What a server action answers a form with. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: ShownProblem };

/** When no answer came at all. */
export const notReached: ShownProblem = {
  title: "Not saved",
  detail: "The laboratory could not be reached. What you typed is kept here; try again.",
};

/** A person whose session ended keeps the page, and what is typed on it. */
export function hasSessionEnded({ code }: ShownProblem): boolean {
  return code === "session_ended";
}
