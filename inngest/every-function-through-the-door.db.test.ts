import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Departing } from "@/lib/infra/background/dispatch";
import { a } from "@/tests/support/a";
import { tasksOf } from "@/tests/support/background";
import { functionStories, type House } from "@/tests/support/function-stories";

const signingKey = vi.hoisted(() => {
  const key = `signkey-test-${"5f".repeat(32)}`;
  Object.assign(process.env, { INNGEST_EVENT_KEY: "event-key", INNGEST_SIGNING_KEY: key });
  return key;
});

const { inngestDoor } = await import("./door");
const { embeddedRunner } = await import("./embedded");
const { functions } = await import("./functions");

type Ops = { id: string; op: string; data?: unknown }[];

let house: House;
/** What the dispatcher has handed to Inngest, and Inngest has not called us for yet. */
let facts: Departing[];

beforeEach(async () => {
  facts = [];
  // The one that only hands on: nothing of it is carried here.
  const send = async (departing: Departing[]) => {
    facts.push(...departing);
  };
  const clock = a.clock(new Date());
  const tick = () => embeddedRunner(functions, { carrier: "inngest", send }).tick();
  house = { clock, tick, lab: await a.laboratory(), operator: await a.operator() };
});

/** As Inngest signs: HMAC of the body and the time, by the key without its prefix. */
function signed(body: string, key = signingKey): string {
  const at = Math.floor(Date.now() / 1000);
  const secret = key.replace(/^signkey-\w+-/, "");
  return `t=${at}&s=${createHmac("sha256", secret).update(body).update(String(at)).digest("hex")}`;
}

function post(functionId: string, body: string, signature: string | null): Promise<Response> {
  const url = `http://lims.test/api/inngest?fnId=medvuno-${functionId}&stepId=step`;
  const headers = new Headers({ "content-type": "application/json", host: "lims.test" });
  if (signature !== null) headers.set("x-inngest-signature", signature);
  return inngestDoor(new Request(url, { method: "POST", headers, body }));
}

/** Keys in their order: a signature is of the canonical form. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(Reflect.get(value, name))}`).join(",")}}`;
}

function callOf(runId: string, event: object, steps: Record<string, unknown>): string {
  const stack = Object.keys(steps);
  const ctx = {
    ...{ run_id: runId, attempt: 0, max_attempts: 3, use_api: false, disable_immediate_execution: false },
    stack: { current: Math.max(0, stack.length - 1), stack },
  };
  return canonical({ ctx, event, events: [event], steps, version: 2 });
}

/**
 * A run as Inngest makes it: call after call, each step's answer handed in with the next. Each call is made twice,
 * as after an answer that was lost on its way or a process that died behind it.
 */
async function run(functionId: string, fact: Departing): Promise<void> {
  const steps: Record<string, { type: "data"; data: unknown }> = {};
  for (let call = 0; call < 200; call += 1) {
    const body = callOf(`run-${functionId}-${fact.id}`, fact, steps);
    const lost = await post(functionId, body, signed(body));
    expect([200, 206], `${functionId}: ${await lost.clone().text()}`).toContain(lost.status);
    const answer = await post(functionId, body, signed(body));
    expect(answer.status).toBe(lost.status);
    if (answer.status === 200) return;
    for (const { id, op, data } of (await answer.json()) as Ops) {
      expect(["StepRun", "Sleep"], functionId).toContain(op);
      steps[id] = { type: "data", data: data ?? null };
    }
  }
  throw new Error(`${functionId} never ends.`);
}

/** Inngest's own part: every function that answers to a fact is called for it, until nothing more leaves. */
async function carryAll(): Promise<Set<string>> {
  const called = new Set<string>();
  for (await house.tick(); facts.length > 0; await house.tick()) {
    for (const fact of facts.splice(0)) {
      for (const { card } of functions.filter((each) => each.card.events.includes(fact.name))) {
        await run(card.id, fact);
        called.add(card.id);
      }
    }
  }
  return called;
}

const ids = functions.map(({ card }) => card.id);

describe("S28 T7 every function, called by Inngest", () => {
  it("has its story", () => {
    expect(Object.keys(functionStories).sort()).toEqual([...ids].sort());
  });

  it.each(ids)("%s does its work once, though each answer is lost once", async (id) => {
    const story = functionStories[id];
    if (!story) throw new Error(id);
    // What earlier stories left behind is carried first.
    await carryAll();
    const earlier = new Set((await tasksOf(id)).map((task) => task.id));
    await story.begin(house);
    expect([...(await carryAll())]).toContain(id);
    expect(await story.came(house)).toBe(1);
    const tasks = (await tasksOf(id)).filter((task) => !earlier.has(task.id));
    expect(tasks.length).toBeGreaterThan(0);
    // The embedded runner did none of it.
    for (const task of tasks) expect(task).toMatchObject({ state: "SUCCESS", error: null, leasedBy: null });
  });

  it.each(ids)("%s is not begun by a call that Inngest has not signed", async (id) => {
    const before = (await tasksOf(id)).length;
    const event = { id: "e", name: "inngest/scheduled.timer", data: { cron: "* * * * *" } };
    const body = callOf("run", event, {});
    for (const signature of [
      null,
      "",
      "t=1&s=00",
      signed(body, `signkey-test-${"6a".repeat(32)}`),
      signed(`${body} `),
    ]) {
      expect((await post(id, body, signature)).status, String(signature)).toBe(401);
    }
    expect((await tasksOf(id)).length).toBe(before);
  });
});
