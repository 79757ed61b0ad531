import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { makeRunner, type Runner, type RunnerWish } from "@/lib/infra/background/runner";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import type { Background } from "./background";
import { checkFunctions } from "./check-functions";
import { appId } from "./client";
import { throughOutbox } from "./through-outbox";

/**
 * The embedded runner over these functions: it calls the SDK's own serve handler in process, as Inngest calls it over
 * HTTP. The handler is reached by nobody else, so nothing is signed.
 * @throws Error for a function that it could not carry.
 */
export function embeddedRunner(functions: readonly Background[], wish: Partial<RunnerWish> = {}): Runner {
  checkFunctions(functions);
  const client = new Inngest({
    id: appId,
    isDev: true,
    baseUrl: "http://in-process.invalid",
    logger: log,
    fetch: throughOutbox,
  });
  return makeRunner({
    handler: serve({ client, functions: functions.map(({ fn }) => fn) }),
    app: appId,
    cards: functions.map(({ card }) => card),
    carrier: "embedded",
    workers: env().background.workers,
    ...wish,
  });
}
