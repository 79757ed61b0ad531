import pg from "pg";
import { z } from "zod";
import { type Background, background } from "@/inngest/background";
import { embeddedRunner } from "@/inngest/embedded";
import { newId } from "@/lib/core/ids";
import type { Moment } from "@/lib/infra/background/drive";
import type { Runner } from "@/lib/infra/background/runner";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { alone } from "@/lib/infra/transaction";

/** A place where every deed leaves a row, so that one done twice is seen. */
export async function makeDeeds(): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  await admin.query("create table deed (id serial primary key, task text not null, name text not null)");
  await admin.query("grant select, insert on deed to lims_platform, lims_lab");
  await admin.query("grant usage on sequence deed_id_seq to lims_platform, lims_lab");
  await admin.end();
}

/** What was done for a task, in its order. */
export async function deedsOf(task: string): Promise<string[]> {
  const rows = await alone<{ name: string }>(
    "lims_platform",
    "select name from deed where task = $1 order by id",
    [task],
  );
  return rows.map(({ name }) => name);
}

const Deed = z.strictObject({ task: z.string(), name: z.string() });

export const doDeed = operation({
  id: "test.deed",
  http: "page",
  summary: "Do something that is seen.",
  scope: "platform",
  permission: openTo("operator", "A test's own."),
  limit: "write",
  audit: notAudited("A test's own."),
  input: { body: Deed },
  output: z.object({ done: z.string() }),
  fails: [],
  async run({ db }, { body: { task, name } }) {
    await db.sql("insert into deed (task, name) values ($1, $2)", [task, name]);
    return { done: name };
  },
});

/** Every kind of step: two deeds at once, a wait, a fact, and a deed after each. */
export const longWay = background(
  {
    id: "long-way",
    summary: "Every kind of step.",
    queue: "tasks",
    on: ["way.long"],
    retries: 3,
    timeLimitSeconds: 86_400,
  },
  async ({ taskId: task, step }) => {
    const first = await step.job("first", doDeed, null, { body: { task, name: "first" } });
    await Promise.all([
      step.job("left", doDeed, null, { body: { task, name: "left" } }),
      step.job("right", doDeed, null, { body: { task, name: "right" } }),
    ]);
    await step.sleep("nap", 90);
    await step.job("after the nap", doDeed, null, { body: { task, name: "after the nap" } });
    await step.sleepUntil("until", new Date(Date.UTC(2026, 10, 20, 12)));
    await step.sendEvent("tell", [{ name: "way.told", data: { task } }]);
    await step.job("last", doDeed, null, { body: { task, name: "last" } });
    return first;
  },
);

export const listener = background(
  {
    ...{
      id: "listener",
      summary: "Hears of it.",
      queue: "tasks",
      on: ["way.told"],
      data: { task: z.string() },
    },
    ...{ retries: 3, timeLimitSeconds: 3600 },
  },
  ({ data: { task }, step }) => step.job("hear", doDeed, null, { body: { task, name: "heard" } }),
);

export const wholeWay = ["first", "left", "right", "after the nap", "last", "heard"];

/** Puts a fact into the outbox, as an operation would. */
export async function announce(
  name: string,
  payload: object = {},
  laboratoryId: string | null = null,
): Promise<string> {
  const id = newId();
  await alone(
    "lims_platform",
    "insert into outbox (id, laboratory_id, name, payload) values ($1, $2, $3, $4)",
    [...[id, laboratoryId, name, JSON.stringify(payload)]],
  );
  return id;
}

export type TaskSeen = {
  id: string;
  functionId: string;
  state: string;
  attempt: number;
  error: string | null;
  result: unknown;
  dueAt: Date;
  leasedBy: string | null;
};

/** The tasks of a function, the oldest first. */
export async function tasksOf(functionId: string): Promise<TaskSeen[]> {
  return alone<TaskSeen>(
    "lims_platform",
    `select id, function_id as "functionId", state::text as state, attempt, error, result, due_at as "dueAt",
       leased_by as "leasedBy" from task where function_id = $1 order by created_at, id`,
    [functionId],
  );
}

/** The death of a process: nothing of what would come next is done. */
export class Killed extends Error {}

/** A runner that dies at its nth moment; `moments` tells how many it has lived through. */
export function mortalRunner(
  functions: readonly Background[],
  dieAt: number,
): Runner & { moments: Moment[] } {
  const moments: Moment[] = [];
  const at = (moment: Moment) => {
    moments.push(moment);
    if (moments.length === dieAt) throw new Killed(`at ${moment}`);
  };
  return { ...embeddedRunner(functions, { at }), moments };
}
