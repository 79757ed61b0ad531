import { type GetStepTools, NonRetriableError } from "inngest";
import type { z } from "zod";
import type { RawInput } from "@/lib/api/input";
import { jobOnce } from "@/lib/api/job";
import { Problem, type ProblemCode } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import type { inngest } from "./client";
import { reportFailure, reportProgress } from "./report";
import { idFrom } from "./task-id";

/** The SDK's tools that both carriers know. Whatever else it offers does not reach a function. */
export const knownSteps = ["run", "sleep", "sleepUntil", "sendEvent"] as const;

type Sdk = Pick<GetStepTools<typeof inngest>, (typeof knownSteps)[number]>;

export type Told = { name: string; laboratoryId?: string | null; data: Record<string, unknown> };

/** What a function may do: nothing but operations, waits and further facts, each once. */
export type Steps = {
  /** Performs an operation in the system's own name, in a laboratory or in none. */
  job<Op extends AnyOperation>(
    id: string,
    op: Op,
    laboratoryId: string | null,
    input?: Omit<RawInput, "receipt">,
    options?: { progress?: number },
  ): Promise<z.output<Op["output"]>>;
  /** @param time seconds. */
  sleep(id: string, time: number): Promise<void>;
  sleepUntil(id: string, moment: Date): Promise<void>;
  sendEvent(id: string, facts: readonly Told[]): Promise<void>;
};

/** Refusals that a later try can turn into an answer. */
const passing: ReadonlySet<ProblemCode> = new Set([
  ...(["conflict", "rate_limited", "internal", "mail_unavailable", "unavailable"] as const),
]);

/** @param run.attemptsLeft after the one that is made now. */
export function stepsOf(sdk: Sdk, run: { taskId: string; attemptsLeft: number; isReported: boolean }): Steps {
  const { taskId } = run;
  return {
    async job(id, op, laboratoryId, input = {}, options = {}) {
      const answer = await sdk.run(id, async () => {
        try {
          const found = await jobOnce(op, laboratoryId, input, `${taskId}:${id}`);
          if (options.progress !== undefined) await reportProgress(taskId, options.progress);
          return found;
        } catch (error) {
          const isFinal = error instanceof Problem && !passing.has(error.code);
          if (run.isReported) await reportFailure(taskId, error, false);
          if (isFinal) throw new NonRetriableError(error.message, { cause: error });
          throw error;
        }
      });
      // The SDK hands on what the operation answered, as JSON; operations answer with JSON.
      return answer as z.output<(typeof op)["output"]>;
    },
    async sleep(id, time) {
      await sdk.sleep(id, time * 1000);
    },
    async sleepUntil(id, moment) {
      await sdk.sleepUntil(id, moment);
    },
    async sendEvent(id, facts) {
      if (facts.length === 0) return;
      const events = facts.map(({ name, laboratoryId = null, data }, index) => ({
        ...{ id: idFrom(taskId, id, String(index)), name },
        data: { ...data, laboratoryId },
      }));
      await sdk.sendEvent(id, events);
    },
  };
}
