import { hasSessionEnded } from "@/components/forms/answer";
import type { ShownProblem } from "@/components/ui/problem-note";
import type { EnteredResult, EnteredResults, ResultEntry } from "@/lib/results/schema";

type Problem = ShownProblem & { status?: number; members?: Record<string, unknown> | undefined };

/** What the server says to values that were sent together; null when nobody was reached. */
export type EntryAnswer = { ok: true; value: EnteredResults } | { ok: false; problem: Problem } | null;

/** What became of one value of those that were sent together. */
export type Outcome =
  | { is: "saved"; entered: EnteredResult }
  | { is: "conflict"; theirs: EnteredResult }
  | { is: "invalid"; why: string }
  | { is: "failed"; why: string }
  /** Nothing was wrong with this one: it was refused for another's sake, and is sent again. */
  | { is: "again" };

/** Values that are sent together are taken all or none: tells whose fault it was, and what is to be done with each. */
export function outcomesOf(
  sent: readonly { id: string; entry: ResultEntry }[],
  answer: EntryAnswer,
): Map<string, Outcome> {
  const all = (outcome: Outcome) => new Map(sent.map(({ id }) => [id, outcome]));
  if (!answer) return all({ is: "failed", why: "kept here" });
  if (answer.ok) {
    const byId = new Map(answer.value.results.map((entered) => [entered.id, entered]));
    return new Map(
      sent.map(({ id }): [string, Outcome] => {
        const entered = byId.get(id);
        return [id, entered ? { is: "saved", entered } : { is: "failed", why: "kept here" }];
      }),
    );
  }
  const { problem } = answer;
  if (hasSessionEnded(problem)) return all({ is: "failed", why: "signed out: sign in in another tab" });
  const { status } = problem;
  if (status === undefined || status >= 500 || status === 429) return all({ is: "failed", why: "kept here" });
  const blamed = blamedOf(sent, problem);
  if (blamed.size === 0) return all({ is: "invalid", why: problem.detail });
  return new Map(sent.map(({ id }): [string, Outcome] => [id, blamed.get(id) ?? { is: "again" }]));
}

function blamedOf(sent: readonly { id: string }[], { errors, members }: Problem): Map<string, Outcome> {
  const blamed = new Map<string, Outcome>();
  for (const theirs of conflictsOf(members)) blamed.set(theirs.id, { is: "conflict", theirs });
  for (const [path, messages] of Object.entries(errors ?? {})) {
    const place = /^results\.(\d+)\./.exec(path)?.[1];
    const at = place === undefined ? undefined : sent[Number(place)];
    if (at) blamed.set(at.id, { is: "invalid", why: messages[0] ?? "This was not taken." });
  }
  return blamed;
}

function conflictsOf(members: Record<string, unknown> | undefined): EnteredResult[] {
  const given = members?.conflicts;
  // The operation's own members: EnteredResult each, as lib/results/operations/enter-results.ts says.
  return Array.isArray(given) ? (given as EnteredResult[]) : [];
}
