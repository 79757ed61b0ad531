import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dispatch } from "@/lib/infra/background/dispatch";
import { alone } from "@/lib/infra/transaction";
import { cancelTask } from "@/lib/tasks/operations/cancel-task";
import { openTask } from "@/lib/tasks/operations/open-task";
import { pauseSchedule } from "@/lib/tasks/operations/pause-schedule";
import { requestTask } from "@/lib/tasks/operations/request-task";
import { a } from "@/tests/support/a";
import { announce, tasksOf } from "@/tests/support/background";

const signingKey = vi.hoisted(() => {
  const key = `signkey-test-${"5f".repeat(32)}`;
  Object.assign(process.env, { INNGEST_EVENT_KEY: "event-key", INNGEST_SIGNING_KEY: key });
  // Left behind by somebody who tried things out: it must not open the door.
  process.env.INNGEST_DEV = "1";
  return key;
});

const { inngestDoor } = await import("./door");
const { functions } = await import("./functions");
const { makeBackground } = await import("./start");
const cards = functions.map(({ card }) => card);

const url = "http://lims.test/api/inngest";

/** As Inngest signs: HMAC of the body and the time, by the key without its prefix. */
function signatureOf(body: string, key = signingKey, at = Math.floor(Date.now() / 1000)): string {
  const secret = key.replace(/^signkey-\w+-/, "");
  return `t=${at}&s=${createHmac("sha256", secret).update(body).update(String(at)).digest("hex")}`;
}

function post(query: string, body: string, signature?: string): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json", host: "lims.test" });
  if (signature) headers.set("x-inngest-signature", signature);
  return inngestDoor(new Request(`${url}?${query}`, { method: "POST", headers, body }));
}

type Step = { type: "data"; data: unknown } | { type: "error"; error: unknown };
type Op = { id: string; op: string; data?: unknown; error?: unknown };

/** A run as Inngest makes it: call after call, each step's answer handed in with the next. */
async function run(functionId: string, event: object, tell?: (ops: Op[]) => Promise<void>): Promise<unknown> {
  const steps: Record<string, Step> = {};
  for (let call = 0; call < 50; call += 1) {
    const stack = Object.keys(steps);
    const ctx = { run_id: "01KAGRUN0000000000000000000", attempt: 0, max_attempts: 3, use_api: false };
    // Keys in their order: a signature is of the canonical form.
    const body = canonical({
      ctx: {
        ...ctx,
        disable_immediate_execution: false,
        stack: { current: Math.max(0, stack.length - 1), stack },
      },
      ...{ event, events: [event], steps, version: 2 },
    });
    const answer = await post(`fnId=medvuno-${functionId}&stepId=step`, body, signatureOf(body));
    if (answer.status === 200) return answer.json();
    expect(answer.status).toBe(206);
    const ops = (await answer.json()) as Op[];
    await tell?.(ops);
    for (const op of ops) {
      expect(["StepRun", "Sleep"]).toContain(op.op);
      steps[op.id] = { type: "data", data: op.data ?? null };
    }
  }
  throw new Error("It never ends.");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(Reflect.get(value, name))}`).join(",")}}`;
}

describe("S28 the door for Inngest", () => {
  const body = canonical({ event: { data: {}, name: "x" }, events: [], steps: {}, version: 2 });
  const other = `signkey-test-${"6a".repeat(32)}`;

  it.each([
    ["nothing signed", undefined],
    ["a signature of another key", signatureOf(body, other)],
    ["a signature of another body", signatureOf(`${body} `)],
    ["an old signature", signatureOf(body, signingKey, Math.floor(Date.now() / 1000) - 900)],
    ["no signature at all", "nonsense"],
    ["an empty signature", "t=&s="],
  ])("answers %s with 401, and does nothing", async (_, signature) => {
    const answer = await post("fnId=medvuno-clean-up&stepId=step", body, signature);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(signingKey);
    expect(await tasksOf("clean-up")).toEqual([]);
  });

  it.each(["GET", "PUT"])("tells nothing to an unsigned %s", async (method) => {
    for (const signature of [null, signatureOf("", other)]) {
      const headers = new Headers({
        host: "evil.test",
        ...(signature && { "x-inngest-signature": signature }),
      });
      const answer = await inngestDoor(
        new Request(url, { method, headers, ...(method === "PUT" && { body: "" }) }),
      );
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toMatch(/medvuno|evil/);
    }
  });

  it("refuses what is too large, and what is no JSON", async () => {
    const large = JSON.stringify({ event: "x".repeat(5 * 1024 * 1024) });
    expect((await post("fnId=medvuno-clean-up", large, signatureOf(large))).status).toBe(413);
    expect((await post("fnId=medvuno-clean-up", "{", signatureOf("{"))).status).toBe(400);
  });
});

describe("T7 a task that Inngest carries", () => {
  it("goes through the same states as one of our own", async () => {
    const lab = await a.laboratory();
    const { id } = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    const state = async () => (await lab.administrator.does(openTask, { params: { taskId: id } })).state;
    const sent: { id: string; name: string; data: Record<string, unknown> }[] = [];
    await dispatch(cards, "inngest", async (facts) => {
      sent.push(...facts);
    });
    const event = sent.find(({ data }) => data.taskId === id);
    expect([await state(), event?.name]).toEqual(["PENDING", "self_test.requested"]);
    const seen: string[] = [];
    await run("self-test", event ?? {}, async () => {
      seen.push(await state());
    });
    expect(seen).toEqual(["STARTED", "STARTED", "STARTED"]);
    const task = await lab.administrator.does(openTask, { params: { taskId: id } });
    expect(task).toMatchObject({ state: "SUCCESS", progress: 100, result: { isWell: true } });
  });

  it("does nothing any more when an operator has revoked it", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const { id } = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    await operator.does(cancelTask, { params: { taskId: id } });
    const answer = await run("self-test", {
      ...{ id: "e", name: "self_test.requested", data: { taskId: id, laboratoryId: lab.ref.id } },
    });
    expect(answer).toEqual({ skipped: true });
  });

  it("tells of a failed try, and of the last", async () => {
    const mailId = "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10";
    await announce("mail.owed", { mailId });
    const sent: { id: string; name: string; data: Record<string, unknown> }[] = [];
    await dispatch(cards, "inngest", async (facts) => {
      sent.push(...facts);
    });
    const event = sent.find(({ data }) => data.mailId === mailId);
    const body = canonical({
      ctx: { attempt: 0, run_id: "01KAG" },
      event,
      events: [event],
      steps: {},
      version: 2,
    });
    const answer = await post("fnId=medvuno-carry-mail&stepId=step", body, signatureOf(body));
    expect(answer.headers.get("x-inngest-no-retry")).toBe("true");
    expect(await answer.json()).toMatchObject([{ op: "StepFailed" }]);
    expect((await tasksOf("carry-mail")).at(-1)).toMatchObject({ state: "RETRY" });
  });

  it("K7 whose schedule is paused does nothing at its turn", async () => {
    const operator = await a.operator();
    await alone(
      "lims_platform",
      `insert into schedule (function_id, cron, summary, next_run_at) values ('clean-up', '23 * * * *', '', now())
       on conflict do nothing`,
      [],
    );
    const turn = { id: "01KAGTURN", name: "inngest/scheduled.timer", data: { cron: "23 * * * *" } };
    expect(await run("clean-up", turn)).toMatchObject({ removed: expect.any(Number) });
    await operator.does(pauseSchedule, { params: { functionId: "clean-up" } });
    expect(await run("clean-up", { ...turn, id: "01KAGNEXT" })).toEqual({ skipped: true });
  });
});

describe("S28 facts on their way to Inngest", () => {
  const received: { id: string; name: string }[] = [];
  let isDown = false;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const events = JSON.parse(Buffer.concat(chunks).toString()) as { id: string; name: string }[];
      if (!isDown) received.push(...events);
      response.writeHead(isDown ? 500 : 200, { "content-type": "application/json" });
      response.end(
        JSON.stringify(isDown ? { error: "away" } : { ids: events.map(({ id }) => id), status: 200 }),
      );
    });
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // listen() on a port gives an address with a port.
    process.env.INNGEST_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const waiting = async (id: string) =>
    (await alone("lims_platform", "select 1 from outbox where id = $1 and dispatched_at is null", [id]))
      .length > 0;

  it("leave under their outbox ids, and only when somebody answers to them", async () => {
    const [heard, unheard] = [await announce("mail.died", { mailId: "x" }), await announce("nobody.cares")];
    await makeBackground()?.tick();
    expect(received.map(({ id }) => id)).toContain(heard);
    expect(received.map(({ id }) => id)).not.toContain(unheard);
    expect([await waiting(heard), await waiting(unheard)]).toEqual([false, false]);
  });

  it("wait while Inngest does not answer, and leave when it does", async () => {
    isDown = true;
    const id = await announce("mail.died", { mailId: "x" });
    const runner = makeBackground();
    await expect(runner?.tick()).rejects.toThrow();
    expect(await waiting(id)).toBe(true);
    isDown = false;
    await runner?.tick();
    expect(received.filter((event) => event.id === id)).toHaveLength(1);
  }, 30_000);

  it("leave again under the same id when the process died before it wrote down that they had left", async () => {
    const id = await announce("mail.died", { mailId: "x" });
    const ids: string[] = [];
    const sent = dispatch(cards, "inngest", async (facts) => {
      ids.push(...facts.map((fact) => fact.id));
      throw new Error("killed");
    });
    await expect(sent).rejects.toThrow("killed");
    await dispatch(cards, "inngest", async (facts) => {
      ids.push(...facts.map((fact) => fact.id));
    });
    expect(ids).toEqual([id, id]);
  });
});
