import { type InngestFunction, NonRetriableError } from "inngest";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { askedEvent, type FunctionCard } from "@/lib/infra/background/card";
import { inngest } from "./client";
import { reportEnd, reportFailure, reportStart } from "./report";
import { type Steps, stepsOf } from "./steps";
import { taskIdOf } from "./task-id";

type Retries = NonNullable<InngestFunction.Options["retries"]>;

type About<D extends z.ZodRawShape> = {
  /** Never changes: tasks at work are known by it. */
  id: string;
  /** In words, for the operator's console. */
  summary: string;
  queue: FunctionCard["queue"];
  /** Names of the facts it answers to. */
  on?: readonly string[];
  /** Five fields, UTC. */
  cron?: string;
  /** What the facts carry. */
  data?: D;
  /** After the first try of a step. */
  retries: Retries;
  /** From the first start to the end, waits included. */
  timeLimitSeconds: number;
  atOnce?: FunctionCard["atOnce"];
};

type Handler<D extends z.ZodRawShape> = (context: {
  data: z.output<z.ZodObject<D>>;
  laboratoryId: string | null;
  taskId: string;
  step: Steps;
}) => Promise<unknown>;

/** A function, and what a carrier has to know of it. */
export type Background = {
  card: FunctionCard;
  fn: InngestFunction.Any;
  handler: (...all: never[]) => unknown;
};

/**
 * A background function that both carriers run alike: an Inngest function with those options and steps only that the
 * embedded runner knows too. The type offers nothing else, and `checkFunctions` looks again at start-up.
 */
export function background<D extends z.ZodRawShape = Record<never, never>>(
  about: About<D>,
  handler: Handler<D>,
): Background {
  const card: FunctionCard = {
    id: about.id,
    summary: about.summary,
    queue: about.queue,
    events: [...(about.on ?? []), askedEvent(about.id)],
    cron: about.cron ?? null,
    maxAttempts: about.retries + 1,
    timeLimitSeconds: about.timeLimitSeconds,
    atOnce: about.atOnce ?? (about.cron ? { count: 1, each: "installation" } : null),
  };
  const Envelope = z.object({ laboratoryId: Id.nullish() });
  const Data = z.object(about.data ?? ({} as D));
  const fn = inngest.createFunction(
    optionsOf(card, about.retries),
    async ({ event, runId, attempt, step }) => {
      const taskId = taskIdOf(card.id, event, runId);
      // The embedded runner names a run after its task, and keeps its books itself.
      const isReported = runId !== taskId;
      const { laboratoryId = null } = Envelope.catch({}).parse(event.data);
      const run = { eventName: event.name, attempt, laboratoryId };
      if (isReported && !(await reportStart(taskId, card, run))) return { skipped: true };
      try {
        const steps = stepsOf(step, { taskId, attemptsLeft: card.maxAttempts - attempt - 1, isReported });
        const data = dataOf(Data, event.data);
        const result = await handler({ data, laboratoryId, taskId, step: steps });
        if (isReported) await reportEnd(taskId, result);
        return result ?? null;
      } catch (error) {
        const isFinal = isReported && (attempt + 1 >= card.maxAttempts || isSettled(error));
        if (isReported) await reportFailure(taskId, error, isFinal);
        throw error;
      }
    },
  );
  return { card, fn, handler };
}

function dataOf<D extends z.ZodRawShape>(shape: z.ZodObject<D>, data: unknown): z.output<z.ZodObject<D>> {
  const read = shape.safeParse(data ?? {});
  if (!read.success) throw new NonRetriableError("This fact does not carry what the function needs.");
  return read.data;
}

/** A step that used up its tries, or says that more would not help. */
function isSettled(error: unknown): boolean {
  return error instanceof Error && (error.name === "StepError" || error.name === "NonRetriableError");
}

function optionsOf(card: FunctionCard, retries: Retries) {
  const { id, summary, events, cron, atOnce, timeLimitSeconds } = card;
  return {
    id,
    name: summary,
    triggers: [...events.map((event) => ({ event })), ...(cron ? [{ cron }] : [])],
    retries,
    timeouts: { finish: `${timeLimitSeconds}s` as const },
    // Each step is a request of its own, kept before the next begins.
    checkpointing: false as const,
    ...(atOnce && {
      concurrency:
        atOnce.each === "laboratory"
          ? { limit: atOnce.count, key: "event.data.laboratoryId" }
          : { limit: atOnce.count },
    }),
  };
}
