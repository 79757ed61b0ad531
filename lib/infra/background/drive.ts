import { now } from "@/lib/core/clock";
import { log } from "../log";
import { type Outcome, readAnswer } from "./answer";
import { type Claimed, leaseSeconds, renewLease } from "./claim";
import { keepSteps, LostTask, type Rest, readSteps, rest, type StepRecord } from "./record";

/** The SDK's serve handler, called in process. */
export type Handler = (request: Request) => Promise<Response>;

/** Moments at which a process may die; tests let it. */
export type Moment = "claimed" | "called" | "kept" | "rested";

export type Driver = {
  handler: Handler;
  /** The client's id, which the SDK puts before each function's. */
  app: string;
  worker: string;
  /** Whether the process is being told to end: the task is laid down after the step at work. */
  isStopping: () => boolean;
  at?: (moment: Moment, task: Claimed) => void | Promise<void>;
};

// A step is one operation, whose statements are stopped after 30 seconds, or one letter to a mail server.
const callLimitSeconds = 120;

/** Seconds until the next try: 10, 30, 90, 270 …, at most an hour. */
export function backOff(failedTries: number): number {
  return Math.min(3600, 10 * 3 ** Math.max(0, failedTries - 1));
}

/** Takes a claimed task as far as it goes now: to its end, to a sleep, or to its next try. */
export async function drive(task: Claimed, driver: Driver): Promise<void> {
  const beat = setInterval(
    () => renewLease(task.id, driver.worker).catch(() => false),
    (leaseSeconds * 1000) / 3,
  );
  beat.unref();
  try {
    await driver.at?.("claimed", task);
    const how = await stepByStep(task, driver);
    await rest(task.id, driver.worker, how);
    await driver.at?.("rested", task);
    if (how.state === "FAILURE") log.warn({ task: task.id, function: task.functionId }, "a task failed");
  } catch (error) {
    if (!(error instanceof LostTask)) throw error;
  } finally {
    clearInterval(beat);
  }
}

async function stepByStep(task: Claimed, driver: Driver): Promise<Rest> {
  const steps = new Map((await readSteps(task.id)).map((step) => [step.stepId, step]));
  const keep = async (kept: StepRecord[]) => {
    await keepSteps(task.id, driver.worker, kept);
    for (const step of kept) {
      // What has just ended comes last.
      steps.delete(step.stepId);
      steps.set(step.stepId, step);
    }
    task.attempt = 0;
    await driver.at?.("kept", task);
  };
  let asked = "step";
  for (;;) {
    const woken = [...steps.values()].filter((step) => !step.isOver && isPast(step.wakeAt));
    if (woken.length > 0) await keep(woken.map((step) => ({ ...step, data: null, isOver: true })));
    if (now().getTime() - task.startedAt.getTime() > task.timeLimitSeconds * 1000) {
      return { state: "FAILURE", error: `This took longer than ${task.timeLimitSeconds} seconds.` };
    }
    if (driver.isStopping()) return { state: "STARTED", dueAt: now() };
    const outcome = await call(task, driver, [...steps.values()], asked);
    await driver.at?.("called", task);
    if (outcome.kind === "returned") return { state: "SUCCESS", result: outcome.result };
    if (outcome.kind === "failed")
      return nextTry(task, outcome.error, outcome.retryAt, outcome.retryAt !== null);
    const asleep = outcome.sleeps.filter((sleep) => !steps.has(sleep.stepId));
    const kept = [...outcome.ended, ...asleep];
    if (kept.length > 0) await keep(kept);
    if (outcome.retry) return nextTry(task, outcome.retry.error, outcome.retry.at ?? now(), true);
    asked = outcome.planned.find((id) => !steps.has(id)) ?? "step";
    if (outcome.ended.length === 0 && asked === "step") {
      const dueAt = firstWake(steps);
      if (!dueAt) return { state: "FAILURE", error: "The function waits for nothing." };
      if (!isPast(dueAt)) return { state: "STARTED", dueAt };
    }
  }
}

function isPast(moment: Date | undefined | null): boolean {
  return moment != null && moment.getTime() <= now().getTime();
}

function firstWake(steps: ReadonlyMap<string, StepRecord>): Date | null {
  const waits = [...steps.values()].flatMap(({ isOver, wakeAt }) =>
    isOver || !wakeAt ? [] : [wakeAt.getTime()],
  );
  return waits.length > 0 ? new Date(Math.min(...waits)) : null;
}

function nextTry(task: Claimed, error: string, asked: Date | null, isWorthIt: boolean): Rest {
  if (!isWorthIt || task.attempt + 1 >= task.maxAttempts) return { state: "FAILURE", error };
  const soonest = now().getTime() + backOff(task.attempt + 1) * 1000;
  return { state: "RETRY", error, dueAt: new Date(Math.max(soonest, asked?.getTime() ?? 0)) };
}

/** One call, as Inngest makes it over HTTP. */
async function call(task: Claimed, driver: Driver, steps: StepRecord[], asked: string): Promise<Outcome> {
  const over = steps.filter((step) => step.isOver);
  const stack = over.map((step) => step.stepId);
  const event = { id: task.eventId, name: task.eventName, data: task.data, ts: task.createdAt.getTime() };
  const body = {
    ctx: {
      ...{ run_id: task.id, attempt: task.attempt, max_attempts: task.maxAttempts },
      ...{ disable_immediate_execution: false, use_api: false },
      stack: { stack, current: Math.max(0, stack.length - 1) },
    },
    event,
    events: [event],
    steps: Object.fromEntries(
      over.map(({ stepId, data, error }) => [
        stepId,
        error ? { type: "error", error } : { type: "data", data: data ?? null },
      ]),
    ),
    version: 2,
  };
  const query = new URLSearchParams({ fnId: `${driver.app}-${task.functionId}`, stepId: asked });
  const request = new Request(`http://in-process.invalid/api/inngest?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json", host: "in-process.invalid" },
    body: JSON.stringify(body),
  });
  return inTime(driver.handler(request).then(readAnswer));
}

/** A step that hangs is a failed try; should it end after all, its receipt tells the next one. */
async function inTime(answer: Promise<Outcome>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Outcome>((resolve) => {
    const error = `A step took longer than ${callLimitSeconds} seconds.`;
    timer = setTimeout(() => resolve({ kind: "failed", error, retryAt: now() }), callLimitSeconds * 1000);
    timer.unref();
  });
  try {
    return await Promise.race([answer, tooLate]);
  } catch (error) {
    return { kind: "failed", error: error instanceof Error ? error.message : String(error), retryAt: null };
  } finally {
    clearTimeout(timer);
  }
}
