import { notFound } from "@/lib/core/problem";
import type { LabDb, PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { Task } from "@/lib/infra/prisma/client";
import type { OperatorTaskQuery, TaskSort, TaskState } from "./schema";

/** A task that somebody of the laboratory asked for. The dispatcher gives it a carrier. */
export async function createTask(
  db: LabDb,
  now: Date,
  of: Pick<Task, "id" | "laboratoryId" | "type" | "requestedById" | "functionId" | "eventName"> & {
    data: Record<string, string>;
  },
): Promise<Task> {
  return db.task.create({ data: { ...of, queue: "tasks", dueAt: now, createdAt: now } });
}

/** Asked for by this caller. @throws Problem "not_found" */
export async function readOwnTask(
  db: LabDb,
  of: { laboratoryId: string; id: string; requestedById: string | null },
): Promise<Task> {
  const row = of.requestedById === null ? null : await db.task.findFirst({ where: of });
  if (!row) throw notFound();
  return row;
}

export type OperatorTaskRow = Omit<Task, "data" | "result"> & {
  laboratory: { id: string; slug: string; name: string } | null;
};

const columns = `t.id, t.function_id as "functionId", t.queue, t.laboratory_id as "laboratoryId", t.type,
  t.event_name as "eventName", t.carrier, t.state::text as state, t.progress, t.attempt,
  t.max_attempts as "maxAttempts", t.error, t.due_at as "dueAt", t.created_at as "createdAt",
  t.started_at as "startedAt", t.ended_at as "endedAt",
  case when l.id is not null then json_build_object('id', l.id, 'slug', l.slug, 'name', l.name) end as laboratory`;

export const taskOrders: Record<TaskSort, ListOrder> = {
  newest: { key: "t.created_at", form: "instant", way: "desc", id: "t.id" },
  oldest: { key: "t.created_at", form: "instant", way: "asc", id: "t.id" },
  function: { key: "t.function_id", form: "text", way: "asc", id: "t.id" },
  most_tries: { key: "t.attempt", form: "integer", way: "desc", id: "t.id" },
};

/** Tasks that fit. */
export async function findTasks(
  db: PlatformDb,
  { state, queue, functionId, laboratoryId }: Omit<OperatorTaskQuery, "sort" | "limit" | "cursor">,
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(OperatorTaskRow & { sortKey: Date | string | number })[]> {
  return db.sql(
    `select ${columns}, ${key} from task t left join laboratory l on l.id = t.laboratory_id
     where ($1::"TaskState" is null or t.state = $1) and ($2::text is null or t.queue = $2)
       and ($3::text is null or t.function_id = $3) and ($4::uuid is null or t.laboratory_id = $4)
       and ${beyond(5)}
     ${orderBy} limit $7`,
    [state ?? null, queue ?? null, functionId ?? null, laboratoryId ?? null, ...after, take],
  );
}

/** Held until the transaction ends. @throws Problem "not_found" */
export async function lockTask(
  db: PlatformDb,
  id: string,
): Promise<OperatorTaskRow & { data: Record<string, string | null> }> {
  const [row] = await db.sql<OperatorTaskRow & { data: Record<string, string | null> }>(
    `select ${columns}, t.data from task t left join laboratory l on l.id = t.laboratory_id
     where t.id = $1 for no key update of t`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

/** Takes a task from whoever is at work on it. */
export async function revoke(db: PlatformDb, now: Date, id: string, state: TaskState): Promise<void> {
  await db.task.updateMany({
    where: { id },
    data: { state, endedAt: now, leasedBy: null, leaseUntil: null },
  });
}

/** Back to the beginning of what failed: steps that have succeeded stay done. */
export async function beginAgain(db: PlatformDb, now: Date, id: string, state: TaskState): Promise<void> {
  await db.sql("delete from task_step where task_id = $1 and (error is not null or ended_at is null)", [id]);
  await db.task.updateMany({
    where: { id },
    data: {
      ...{ state, carrier: null, attempt: 0, error: null, startedAt: null, endedAt: null, dueAt: now },
      ...{ leasedBy: null, leaseUntil: null },
    },
  });
}
