import type { InngestFunction } from "inngest";
import { nextAfter } from "@/lib/core/cron";
import type { Background } from "./background";
import { knownSteps } from "./steps";

const knownOptions: ReadonlySet<string> = new Set([
  ...["id", "name", "triggers", "retries", "timeouts", "checkpointing", "concurrency"],
]);

/** Every kind of step that the SDK has and the embedded runner has not. */
const unknownSteps = [
  "waitForEvent",
  "waitForSignal",
  "sendSignal",
  "invoke",
  "ai",
  "fetch",
  "realtime",
  "defer",
  "group",
];

/**
 * Refuses, before the server answers anybody, what the embedded runner could not carry: a function that was not made
 * by `background`, an option or trigger it does not know, a kind of step it does not know, two of one name.
 * @throws Error that names the function and what is wrong with it.
 */
export function checkFunctions(all: readonly Background[]): void {
  const names = new Set<string>();
  for (const { card, fn, handler } of all) {
    const refuse = (what: string) => {
      throw new Error(`The background function "${card.id}" ${what}.`);
    };
    if (names.has(card.id)) refuse("is there twice");
    names.add(card.id);
    if (!/^[a-z][a-z0-9-]*$/.test(card.id)) refuse("needs a name of small letters, digits and hyphens");
    checkOptions(fn.opts, refuse);
    if (card.cron !== null) nextAfter(card.cron, new Date());
    const step = unknownSteps.find((name) => new RegExp(`\\.\\s*${name}\\b`).test(handler.toString()));
    if (step) refuse(`uses the step "${step}"; there are ${knownSteps.join(", ")}`);
  }
}

function checkOptions(options: InngestFunction.Options, refuse: (what: string) => void): void {
  const strange = Object.keys(options).find((name) => !knownOptions.has(name));
  if (strange) refuse(`has the option "${strange}", which the embedded runner does not know`);
  for (const trigger of options.triggers ?? []) {
    if (!("cron" in trigger) && (typeof trigger.event !== "string" || trigger.if !== undefined)) {
      refuse("has a trigger with a condition");
    }
  }
  if ((options.triggers ?? []).length === 0) refuse("answers to nothing");
}
