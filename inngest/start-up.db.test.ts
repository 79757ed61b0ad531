import { describe, expect, it } from "vitest";
import { type Background, background } from "./background";
import { checkFunctions } from "./check-functions";
import { inngest } from "./client";
import { embeddedRunner } from "./embedded";
import { functions } from "./functions";

const plain = { summary: "Probe.", queue: "tasks", retries: 0, timeLimitSeconds: 60 } as const;

/** A function that somebody made past the house's own way. */
function smuggled(options: object, handler: (all: never) => Promise<unknown> = async () => null): Background {
  const { card } = background({ id: "probe", on: ["probe.wanted"], ...plain }, async () => null);
  const fn = inngest.createFunction(
    { id: "probe", triggers: [{ event: "probe.wanted" }], ...options },
    // The types refuse what these tests are about.
    handler as never,
  );
  return { card, fn, handler };
}

describe("S28 at start-up", () => {
  it("every function there is can be carried by the embedded runner", () => {
    expect(() => checkFunctions(functions)).not.toThrow();
    expect(functions.length).toBeGreaterThanOrEqual(10);
  });

  it.each([
    [
      "waitForEvent",
      (all: { step: { waitForEvent(id: string): Promise<void> } }) => all.step.waitForEvent("x"),
    ],
    ["invoke", (all: { step: { invoke(id: string): Promise<void> } }) => all.step.invoke("x")],
    [
      "waitForSignal",
      (all: { step: { waitForSignal(id: string): Promise<void> } }) => all.step.waitForSignal("x"),
    ],
    ["sendSignal", (all: { step: { sendSignal(id: string): Promise<void> } }) => all.step.sendSignal("x")],
    ["ai", (all: { step: { ai: { infer(id: string): Promise<void> } } }) => all.step.ai.infer("x")],
    ["fetch", (all: { step: { fetch(url: string): Promise<void> } }) => all.step.fetch("x")],
  ] as const)("a function with the step %s is refused", (name, handler) => {
    expect(() => embeddedRunner([smuggled({}, handler)])).toThrow(`"probe" uses the step "${name}"`);
  });

  it("even one that hides its step from the check gets no such step to call", async () => {
    const names: string[] = [];
    const { fn } = background({ id: "looks", on: ["looks.wanted"], ...plain }, async ({ step }) => {
      names.push(...Object.keys(step));
      return null;
    });
    expect(fn.opts.id).toBe("looks");
    const answer = await embeddedCall([
      { card: { ...smuggled({}).card, id: "looks" }, fn, handler: async () => null },
    ]);
    expect(answer.status).toBe(200);
    expect(names).toEqual(["job", "sleep", "sleepUntil", "sendEvent"]);
  });

  it.each([
    "batchEvents",
    "debounce",
    "throttle",
    "rateLimit",
    "priority",
    "idempotency",
    "cancelOn",
    "singleton",
    "onFailure",
    "middleware",
  ])("a function with the option %s is refused", (name) => {
    expect(() =>
      checkFunctions([smuggled({ [name]: name === "middleware" || name === "cancelOn" ? [] : {} })]),
    ).toThrow(`the option "${name}"`);
  });

  it("a trigger with a condition, a schedule that is none, and two functions of one name are refused", () => {
    const conditional = smuggled({ triggers: [{ event: "probe.wanted", if: "event.data.x == 1" }] });
    expect(() => checkFunctions([conditional])).toThrow("a trigger with a condition");
    const badly = { ...smuggled({}), card: { ...smuggled({}).card, cron: "61 * * * *" } };
    expect(() => checkFunctions([badly])).toThrow("minute of a schedule");
    expect(() => checkFunctions([smuggled({}), smuggled({})])).toThrow("is there twice");
  });
});

async function embeddedCall(all: Background[]): Promise<Response> {
  const { serve } = await import("inngest/edge");
  const { Inngest } = await import("inngest");
  const handler = serve({
    client: new Inngest({ id: "medvuno", isDev: true }),
    functions: all.map(({ fn }) => fn),
  });
  const event = { id: "e", name: "looks.wanted", data: {} };
  return handler(
    new Request("http://in-process.invalid/api/inngest?fnId=medvuno-looks&stepId=step", {
      method: "POST",
      headers: { host: "in-process.invalid", "content-type": "application/json" },
      body: JSON.stringify({
        ctx: { run_id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10", attempt: 0, stack: { stack: [], current: 0 } },
        ...{ event: { ...event, data: { taskId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" } }, events: [event] },
        ...{ steps: {}, version: 2 },
      }),
    }),
  );
}
