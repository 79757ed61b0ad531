import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { now } from "@/lib/core/clock";
import { Problem } from "@/lib/core/problem";
import { claim, leaseSeconds } from "@/lib/infra/background/claim";
import { dispatch } from "@/lib/infra/background/dispatch";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { alone } from "@/lib/infra/transaction";
import { a } from "@/tests/support/a";
import {
  announce,
  deedsOf,
  doDeed,
  Killed,
  listener,
  longWay,
  makeDeeds,
  mortalRunner,
  tasksOf,
  wholeWay,
} from "@/tests/support/background";
import { background } from "./background";
import { embeddedRunner } from "./embedded";

const both = [longWay, listener];
let clock: ReturnType<typeof a.clock>;

beforeAll(makeDeeds);
beforeEach(async () => {
  await alone("lims_platform", "delete from task", []);
  await alone("lims_platform", "update outbox set dispatched_at = now() where dispatched_at is null", []);
  clock = a.clock("2026-11-20T08:00:00Z");
});

/** As time goes on, until nothing is left to do. */
async function toTheEnd(functions: typeof both): Promise<void> {
  for (let hour = 0; hour < 8; hour += 1) {
    await embeddedRunner(functions).tick();
    clock.pass(3_600_000);
  }
}

describe("S28 a process that dies", () => {
  it("loses no task and repeats no step, whichever moment it dies at", async () => {
    await announce("way.long");
    const whole = mortalRunner(both, Number.POSITIVE_INFINITY);
    await whole.tick();
    expect(whole.moments.length).toBeGreaterThan(6);
    await toTheEnd(both);

    for (let dieAt = 1, died = true; died; dieAt += 1) {
      await alone("lims_platform", "delete from task", []);
      clock.set(new Date("2026-11-20T08:00:00Z"));
      await announce("way.long");
      const mortal = mortalRunner(both, dieAt);
      died = false;
      for (let round = 0; round < 8; round += 1) {
        try {
          await mortal.tick();
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
          died = true;
          break;
        }
        clock.pass(3_600_000);
      }
      clock.pass((leaseSeconds + 1) * 1000);
      await toTheEnd(both);
      const [task] = await tasksOf("long-way");
      expect(task, `died at moment ${dieAt}`).toMatchObject({ state: "SUCCESS", result: { done: "first" } });
      const deeds = await deedsOf(task?.id ?? "");
      expect([...deeds].sort(), `died at moment ${dieAt}`).toEqual([...wholeWay].sort());
    }
  });

  it("is taken for dead only when its lease is over", async () => {
    await announce("way.long");
    await expect(mortalRunner(both, 1).tick()).rejects.toBeInstanceOf(Killed);
    const [task] = await tasksOf("long-way");
    clock.pass((leaseSeconds - 1) * 1000);
    await embeddedRunner(both).tick();
    expect(await deedsOf(task?.id ?? "")).toEqual([]);
    clock.pass(2000);
    await embeddedRunner(both).tick();
    expect(await deedsOf(task?.id ?? "")).toEqual(["first", "left", "right"]);
  });

  it("that was only slow finds its task another's, and does nothing twice", async () => {
    await announce("way.long");
    const slow = embeddedRunner(both, {
      at: async (moment, task) => {
        if (moment !== "called" || (await deedsOf(task.id)).length !== 1) return;
        clock.pass((leaseSeconds + 1) * 1000);
        await embeddedRunner(both).tick();
      },
    });
    await slow.tick();
    await toTheEnd(both);
    const [task] = await tasksOf("long-way");
    expect(task?.error).toBeNull();
    expect(task).toMatchObject({ state: "SUCCESS" });
    expect((await deedsOf(task?.id ?? "")).sort()).toEqual([...wholeWay].sort());
  });
});

describe("S28 facts", () => {
  it("become one task of each function that answers to them, however often they are handed over", async () => {
    const id = await announce("way.told", { task: "x" });
    await announce("nobody.cares");
    const cards = both.map(({ card }) => card);
    expect(await dispatch(cards, "embedded")).toBe(2);
    await alone("lims_platform", "update outbox set dispatched_at = null where id = $1", [id]);
    expect(await dispatch(cards, "embedded")).toBe(1);
    expect(await tasksOf("listener")).toHaveLength(1);
    expect(await tasksOf("long-way")).toEqual([]);
  });

  it("are taken once by many dispatchers at a time", async () => {
    for (let each = 0; each < 30; each += 1) await announce("way.told", { task: `t${each}` });
    const cards = both.map(({ card }) => card);
    const taken = await Promise.all(Array.from({ length: 6 }, () => dispatch(cards, "embedded")));
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(await tasksOf("listener")).toHaveLength(30);
  });
});

describe("K7 workers", () => {
  it("never run a task of one another", async () => {
    const held = new Map<string, string>();
    const runners = ["a", "b", "c", "d"].map((name) =>
      embeddedRunner(both, {
        at: (moment, task) => {
          const key = `${task.id}`;
          if (moment === "claimed") {
            expect(held.get(key)).toBeUndefined();
            held.set(key, name);
          } else {
            expect(held.get(key)).toBe(name);
            if (moment === "rested") held.delete(key);
          }
        },
      }),
    );
    for (let each = 0; each < 24; each += 1) await announce("way.told", { task: `many${each}` });
    await Promise.all(runners.map((runner) => runner.tick()));
    for (let each = 0; each < 24; each += 1) expect(await deedsOf(`many${each}`)).toEqual(["heard"]);
    expect((await tasksOf("listener")).every(({ state }) => state === "SUCCESS")).toBe(true);
  });

  it("leave room: so many at once of each laboratory, and of each queue", async () => {
    const perLaboratory = background(
      {
        ...{ id: "narrow", summary: "One at a time.", queue: "mail", on: ["narrow.asked_for"], retries: 0 },
        ...{ timeLimitSeconds: 60, atOnce: { count: 1, each: "laboratory" } },
      },
      async () => null,
    );
    const [one, two] = await Promise.all([a.laboratory(), a.laboratory()]);
    for (const lab of [one, one, one, two]) await announce("narrow.asked_for", {}, lab.ref.id);
    await dispatch([perLaboratory.card], "embedded");
    const claimed = [await claim("w1"), await claim("w2"), await claim("w3")];
    const laboratories = claimed.map((task) => task?.data.laboratoryId);
    expect(laboratories).toEqual(expect.arrayContaining([one.ref.id, two.ref.id]));
    expect(claimed.at(-1)).toBeNull();

    await alone("lims_platform", "delete from task", []);
    for (let each = 0; each < 4; each += 1) await announce("way.long");
    await dispatch([longWay.card], "embedded");
    expect([await claim("w1"), await claim("w2"), await claim("w3")].map((task) => task !== null)).toEqual([
      true,
      true,
      false,
    ]);
    // Another queue has room of its own.
    await announce("narrow.asked_for", {}, one.ref.id);
    await dispatch([perLaboratory.card], "embedded");
    expect(await claim("w4")).toMatchObject({ functionId: "narrow" });
  });
});

describe("K7 a step that fails", () => {
  const moody = operation({
    id: "test.moody",
    http: "page",
    summary: "Fail as long as it is told to.",
    scope: "platform",
    permission: openTo("operator", "A test's own."),
    limit: "write",
    audit: notAudited("A test's own."),
    input: {},
    output: z.object({ fine: z.boolean() }),
    fails: [],
    async run() {
      const problem = moods.shift();
      if (problem) throw problem;
      return { fine: true };
    },
  });
  let moods: Problem[] = [];
  const away = () => new Problem("unavailable", "The service is not available now.");
  const tries = background(
    {
      id: "tries",
      summary: "Tries.",
      queue: "tasks",
      on: ["tries.wanted"],
      retries: 3,
      timeLimitSeconds: 900,
    },
    async ({ taskId: task, step }) => {
      await step.job("deed", doDeed, null, { body: { task, name: "deed" } });
      return step.job("moody", moody, null);
    },
  );

  it("is tried again after 10, 30 and 90 seconds, and what came before it is not repeated", async () => {
    moods = [away(), away(), away()];
    await announce("tries.wanted");
    const runner = embeddedRunner([tries]);
    for (const [attempt, seconds] of [10, 30, 90].entries()) {
      await runner.tick();
      const [task] = await tasksOf("tries");
      expect(task).toMatchObject({ state: "RETRY", attempt: attempt + 1, error: away().message });
      expect(task?.dueAt.getTime()).toBe(now().getTime() + seconds * 1000);
      clock.pass(seconds * 1000 - 1);
      await runner.tick();
      expect(moods).toHaveLength(2 - attempt);
      clock.pass(1);
    }
    await runner.tick();
    const [task] = await tasksOf("tries");
    expect(task).toMatchObject({ state: "SUCCESS", result: { fine: true }, error: null });
    expect(await deedsOf(task?.id ?? "")).toEqual(["deed"]);
  });

  it("for the last time fails its task, with the words for operators", async () => {
    moods = Array.from({ length: 9 }, away);
    await announce("tries.wanted");
    for (let each = 0; each < 9; each += 1) {
      await embeddedRunner([tries]).tick();
      clock.pass(100_000);
    }
    expect(moods).toHaveLength(5);
    expect(await tasksOf("tries")).toMatchObject([{ state: "FAILURE", error: away().message }]);
  });

  it("because more would not help, fails its task at once", async () => {
    moods = [new Problem("not_found", "There is no such mail.")];
    await announce("tries.wanted");
    await embeddedRunner([tries]).tick();
    expect(await tasksOf("tries")).toMatchObject([{ state: "FAILURE", error: "There is no such mail." }]);
  });

  it("for longer than its function may take, fails its task", async () => {
    moods = Array.from({ length: 9 }, away);
    await announce("tries.wanted");
    await embeddedRunner([tries]).tick();
    clock.pass(901_000);
    await embeddedRunner([tries]).tick();
    expect(await tasksOf("tries")).toMatchObject([
      { state: "FAILURE", error: "This took longer than 900 seconds." },
    ]);
  });
});

describe("a server that is told to end", () => {
  it("S28 lets the step at work end, and lays its task down for the next", async () => {
    clock.set(new Date());
    await announce("way.long");
    const stopped = new Promise<void>((resolve) => {
      const runner = embeddedRunner(both, {
        at: (moment) => {
          if (moment === "called") void runner.stop().then(resolve);
        },
      });
      runner.start();
    });
    await stopped;
    const [task] = await tasksOf("long-way");
    expect(task).toMatchObject({ state: "STARTED", leasedBy: null });
    expect(await deedsOf(task?.id ?? "")).toEqual(["first"]);
    await embeddedRunner(both).tick();
    expect(await deedsOf(task?.id ?? "")).toEqual(["first", "left", "right"]);
  });
});
