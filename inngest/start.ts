import { Inngest } from "inngest";
import type { Runner } from "@/lib/infra/background/runner";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { appId } from "./client";
import { embeddedRunner } from "./embedded";
import { functions } from "./functions";

/**
 * Background work of this process, not begun: the dispatcher, and the embedded runner unless Inngest carries the
 * functions. Tasks that the runner had begun before Inngest was set up are still brought to their end by it.
 */
export function makeBackground(): Runner | null {
  const { isOn, inngest: keys } = env().background;
  if (!isOn) return null;
  return keys
    ? embeddedRunner(functions, { carrier: "inngest", send: sender(keys.eventKey) })
    : embeddedRunner(functions);
}

/** The same, at work from now on. */
export function startBackground(): Runner | null {
  const runner = makeBackground();
  runner?.start();
  const carrier = env().background.inngest ? "inngest" : "embedded";
  if (runner) log.info({ carrier }, "background work has started");
  return runner;
}

/** The one client that really sends. An event's id is its outbox row's, by which Inngest knows what came twice. */
function sender(eventKey: string) {
  const client = new Inngest({ id: appId, isDev: false, eventKey, logger: log });
  return async (facts: { id: string; name: string; data: Record<string, unknown>; ts: number }[]) => {
    await client.send(facts);
  };
}
