import { z } from "zod";
import { now } from "@/lib/core/clock";
import type { StepRecord } from "./record";

/** What one call of a function led to. */
export type Outcome =
  | { kind: "returned"; result: unknown }
  | { kind: "failed"; error: string; retryAt: Date | null }
  | { kind: "moved"; ended: StepRecord[]; sleeps: StepRecord[]; planned: string[]; retry?: Retry };

export type Retry = { error: string; at: Date | null };

const Failure = z.looseObject({ name: z.string().default("Error"), message: z.string().default("Unknown") });

const Op = z.looseObject({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
type Op = z.output<typeof Op>;

/** Reads the SDK's answer to a call. @throws Error for a kind of step that this runner does not know. */
export async function readAnswer(response: Response): Promise<Outcome> {
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  if (response.status === 200) return { kind: "returned", result: body };
  if (response.status === 206) return moved(z.array(Op).parse(body), retryAt(response));
  const isFinal = response.headers.get("x-inngest-no-retry") === "true";
  return { kind: "failed", error: wordsOf(body), retryAt: isFinal ? null : (retryAt(response) ?? now()) };
}

function moved(ops: readonly Op[], again: Date | null): Outcome {
  const outcome: Outcome & { kind: "moved" } = { kind: "moved", ended: [], sleeps: [], planned: [] };
  for (const op of ops) {
    const step = { stepId: op.id, name: op.displayName ?? op.name ?? op.id };
    if (op.op === "StepRun") outcome.ended.push({ ...step, data: op.data ?? null, isOver: true });
    else if (op.op === "StepFailed")
      outcome.ended.push({ ...step, error: failureOf(op.error), isOver: true });
    else if (op.op === "StepError") outcome.retry = { error: wordsOf(op.error), at: again };
    else if (op.op === "Sleep")
      outcome.sleeps.push({ ...step, wakeAt: wakeAt(op.name ?? ""), isOver: false });
    else if (op.op === "StepPlanned") outcome.planned.push(op.id);
    else throw new Error(`The embedded runner does not know the step "${op.op}" of "${step.name}".`);
  }
  return outcome;
}

/** Without the stack: it is kept for as long as the task. */
function failureOf(error: unknown): { name: string; message: string } {
  const { name, message } = Failure.catch({ name: "Error", message: String(error) }).parse(error);
  return { name, message };
}

function wordsOf(error: unknown): string {
  return failureOf(error).message.slice(0, 500);
}

const lengths = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 } as const;

/** "1h30m", or a moment: the two ways in which the SDK names the end of a sleep. */
function wakeAt(name: string): Date {
  const moment = /^\d{4}-/.test(name) ? new Date(name) : null;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  let seconds = 0;
  for (const [, count, unit] of name.matchAll(/(\d+)([wdhms])/g)) {
    // The expression lets only these five through.
    seconds += Number(count) * lengths[unit as keyof typeof lengths];
  }
  return new Date(now().getTime() + seconds * 1000);
}

/** Seconds or a moment, when the function itself said when to try again. */
function retryAt(response: Response): Date | null {
  const said = response.headers.get("retry-after");
  if (said === null) return null;
  if (/^\d+$/.test(said)) return new Date(now().getTime() + Number(said) * 1000);
  const moment = new Date(said);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
