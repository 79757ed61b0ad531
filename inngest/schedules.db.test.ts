import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { alone } from "@/lib/infra/transaction";
import { cancelTask } from "@/lib/tasks/operations/cancel-task";
import { listSchedules } from "@/lib/tasks/operations/list-schedules";
import { listTasks } from "@/lib/tasks/operations/list-tasks";
import { pauseSchedule } from "@/lib/tasks/operations/pause-schedule";
import { resumeSchedule } from "@/lib/tasks/operations/resume-schedule";
import { retryTask } from "@/lib/tasks/operations/retry-task";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";
import { a, type Person } from "@/tests/support/a";
import {
  announce,
  deedsOf,
  doDeed,
  listener,
  longWay,
  makeDeeds,
  tasksOf,
  wholeWay,
} from "@/tests/support/background";
import { background } from "./background";
import { embeddedRunner } from "./embedded";

const chime = background(
  { id: "chime", summary: "Chime.", queue: "upkeep", cron: "0 * * * *", retries: 0, timeLimitSeconds: 600 },
  ({ taskId: task, step }) => step.job("chime", doDeed, null, { body: { task, name: "chimed" } }),
);
const runner = () => embeddedRunner([chime, longWay, listener]);
const params = { functionId: "chime" };
let clock: ReturnType<typeof a.clock>;
let operator: Person;

beforeAll(makeDeeds);
beforeEach(async () => {
  clock = a.clock("2026-11-20T08:15:00Z");
  for (const table of ["task", "schedule"]) await alone("lims_platform", `delete from ${table}`, []);
  operator = await a.operator();
  await runner().tick();
});

describe("K7 a schedule", () => {
  it("runs at its turn, once, whoever looks", async () => {
    clock.set("2026-11-20T08:59:59Z");
    await runner().tick();
    expect(await tasksOf("chime")).toEqual([]);
    clock.set("2026-11-20T09:00:00Z");
    await Promise.all([runner().tick(), runner().tick(), runner().tick()]);
    const [task, ...more] = await tasksOf("chime");
    expect([task?.error, task?.state, more]).toEqual([null, "SUCCESS", []]);
    const { data } = await operator.does(listSchedules);
    expect(data).toEqual([
      {
        ...{ functionId: "chime", summary: "Chime.", cron: "0 * * * *", pausedAt: null },
        ...{ lastRunAt: "2026-11-20T09:00:00.000Z", nextRunAt: "2026-11-20T10:00:00.000Z" },
        lastTask: { id: task?.id, state: "SUCCESS", error: null },
      },
    ]);
  });

  it("that was slept through runs once when the server is back", async () => {
    clock.set("2026-11-20T17:30:00Z");
    await runner().tick();
    expect(await tasksOf("chime")).toHaveLength(1);
    const { data } = await operator.does(listSchedules);
    expect(data[0]?.nextRunAt).toBe("2026-11-20T18:00:00.000Z");
  });

  it("runs not while it is paused, but when it is asked to, and goes on from its next turn", async () => {
    expect(await operator.does(pauseSchedule, { params })).toMatchObject({ nextRunAt: null });
    await expect(operator.does(pauseSchedule, { params })).rejects.toMatchObject({ code: "illegal_move" });
    clock.set("2026-11-20T12:30:00Z");
    await runner().tick();
    expect(await tasksOf("chime")).toEqual([]);
    await operator.does(runScheduleNow, { params });
    await runner().tick();
    expect(await tasksOf("chime")).toMatchObject([{ state: "SUCCESS" }]);
    const resumed = await operator.does(resumeSchedule, { params });
    expect(resumed).toMatchObject({ nextRunAt: "2026-11-20T13:00:00.000Z", lastTask: { state: "SUCCESS" } });
    await expect(operator.does(resumeSchedule, { params })).rejects.toMatchObject({ code: "illegal_move" });
    clock.set("2026-11-20T13:00:00Z");
    await runner().tick();
    expect(await tasksOf("chime")).toHaveLength(2);
  });

  it("that nobody knows is not found", async () => {
    const asked = operator.does(runScheduleNow, { params: { functionId: "nothing" } });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("T7 operators", () => {
  const theTask = async () => {
    const [task] = await tasksOf("long-way");
    return { params: { taskId: task?.id ?? "" } };
  };

  it("revoke a task: nothing more of it is done, until they ask for it again", async () => {
    await announce("way.long");
    await runner().tick();
    const of = await theTask();
    expect(await operator.does(cancelTask, of)).toMatchObject({ state: "REVOKED", functionId: "long-way" });
    await expect(operator.does(cancelTask, of)).rejects.toMatchObject({ code: "illegal_move" });
    clock.set("2026-11-20T11:00:00Z");
    await runner().tick();
    expect(await deedsOf(of.params.taskId)).toEqual(["first", "left", "right"]);
    expect(await operator.does(retryTask, of)).toMatchObject({ state: "PENDING" });
    for (const at of ["11:01", "11:05", "12:00"]) {
      clock.set(`2026-11-20T${at}:00Z`);
      await runner().tick();
    }
    expect(await tasksOf("long-way")).toMatchObject([{ state: "SUCCESS" }]);
    // What had succeeded before was not done again.
    expect((await deedsOf(of.params.taskId)).sort()).toEqual([...wholeWay].sort());
    await expect(operator.does(retryTask, of)).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("revoke a task that is at work: the step ends, and no further one begins", async () => {
    await announce("way.long");
    const busy = embeddedRunner([longWay, listener], {
      at: async (moment) => {
        if (moment === "called") await operator.does(cancelTask, await theTask()).catch(() => {});
      },
    });
    await busy.tick();
    const of = await theTask();
    expect(await tasksOf("long-way")).toMatchObject([{ state: "REVOKED", leasedBy: null }]);
    expect(await deedsOf(of.params.taskId)).toEqual(["first"]);
  });

  it("list tasks by state, queue, function and laboratory, page by page", async () => {
    const lab = await a.laboratory();
    for (let each = 0; each < 3; each += 1) await announce("way.told", { task: `l${each}` }, lab.ref.id);
    await announce("way.long");
    await runner().tick();
    const ids = async (query: object) => (await operator.does(listTasks, { query })).data.map(({ id }) => id);
    expect(await ids({ functionId: "listener", laboratoryId: lab.ref.id })).toHaveLength(3);
    expect(await ids({ state: "SUCCESS" })).toHaveLength(3);
    expect(await ids({ state: "STARTED" })).toHaveLength(1);
    expect(await ids({ queue: "mail" })).toEqual([]);
    const first = await operator.does(listTasks, { query: { limit: "3" } });
    const second = await operator.does(listTasks, { query: { limit: "3", cursor: first.nextCursor } });
    expect([first.hasMore, second.hasMore, second.data.length]).toEqual([true, false, 1]);
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(4);
    const mine = first.data.find(({ laboratory }) => laboratory !== null);
    expect(mine?.laboratory).toEqual({ id: lab.ref.id, slug: lab.ref.slug, name: lab.ref.name });
  });

  it("are the only ones who may", async () => {
    const lab = await a.laboratory();
    for (const op of [listTasks, listSchedules]) {
      await expect(lab.administrator.does(op)).rejects.toMatchObject({ code: "forbidden" });
      await expect(a.anyone().does(op)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await expect(lab.administrator.does(pauseSchedule, { params })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
