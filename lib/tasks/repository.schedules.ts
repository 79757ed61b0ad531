import { notFound } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import type { Schedule } from "@/lib/infra/prisma/client";
import type { ScheduleSort, TaskState } from "./schema";

export type ScheduleRow = Schedule & {
  lastTask: { id: string; state: TaskState; error: string | null } | null;
};

const columns = `s.function_id as "functionId", s.cron, s.summary, s.next_run_at as "nextRunAt",
  s.last_run_at as "lastRunAt", s.last_task_id as "lastTaskId", s.paused_at as "pausedAt",
  s.paused_by_id as "pausedById",
  case when t.id is not null then json_build_object('id', t.id, 'state', t.state, 'error', t.error) end as "lastTask"`;

/** They are few, and read all at once. What has not run yet, or is paused, is last. */
const orders: Record<ScheduleSort, string> = {
  name: "s.function_id",
  last_run: "s.last_run_at desc nulls last, s.function_id",
  next_run: "s.paused_at is not null, s.next_run_at, s.function_id",
};

export async function findSchedules(db: PlatformDb, sort: ScheduleSort): Promise<ScheduleRow[]> {
  return db.sql<ScheduleRow>(
    `select ${columns} from schedule s left join task t on t.id = s.last_task_id order by ${orders[sort]}`,
  );
}

/** Held until the transaction ends. @throws Problem "not_found" */
export async function lockSchedule(db: PlatformDb, functionId: string): Promise<ScheduleRow> {
  const [row] = await db.sql<ScheduleRow>(
    `select ${columns} from schedule s left join task t on t.id = s.last_task_id
     where s.function_id = $1 for no key update of s`,
    [functionId],
  );
  if (!row) throw notFound();
  return row;
}

export async function changeSchedule(
  db: PlatformDb,
  functionId: string,
  change: Partial<Pick<Schedule, "pausedAt" | "pausedById" | "nextRunAt" | "lastRunAt" | "lastTaskId">>,
): Promise<void> {
  await db.schedule.updateMany({ where: { functionId }, data: change });
}
