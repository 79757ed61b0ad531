import { now } from "@/lib/core/clock";
import { alone } from "../transaction";
import { leaseEnd } from "./claim";

/** What became of a step. A sleep has only a time until it is over. */
export type StepRecord = {
  stepId: string;
  name: string;
  data?: unknown;
  error?: { name: string; message: string };
  wakeAt?: Date;
  isOver: boolean;
};

/** Somebody else holds the task now, or it was revoked: whatever is done here no longer counts. */
export class LostTask extends Error {}

/** The steps of a task, in the order they ended in. */
export async function readSteps(taskId: string): Promise<StepRecord[]> {
  return alone<StepRecord>(
    "lims_platform",
    `select step_id as "stepId", name, data, error, wake_at as "wakeAt", ended_at is not null as "isOver"
     from task_step where task_id = $1 order by position`,
    [taskId],
  );
}

/**
 * Writes steps down, if the task is still this worker's. A step that has ended stays as it is for ever.
 * @throws LostTask
 */
export async function keepSteps(taskId: string, worker: string, steps: readonly StepRecord[]): Promise<void> {
  const rows = steps.map(({ stepId, name, data, error, wakeAt, isOver }) => ({
    ...{ step_id: stepId, name, data: data ?? null, error: error ?? null, wake_at: wakeAt ?? null },
    ended_at: isOver ? now() : null,
  }));
  await ifOurs(
    `with mine as (
        update task set attempt = 0, error = null, lease_until = $3
        where id = $1 and leased_by = $2 and state = 'STARTED' returning id),
      last as (select coalesce(max(position), 0) as position from task_step where task_id = $1),
      kept as (
        insert into task_step as s (task_id, step_id, position, name, data, error, wake_at, ended_at)
        select mine.id, r.step_id, last.position + r.place, r.name, r.data, r.error, r.wake_at, r.ended_at
        from mine, last, rows from (jsonb_to_recordset($4) as (step_id text, name text, data jsonb, error jsonb,
          wake_at timestamptz, ended_at timestamptz)) with ordinality as r(step_id, name, data, error, wake_at, ended_at, place)
        on conflict (task_id, step_id) do update set position = excluded.position, data = excluded.data,
          error = excluded.error, ended_at = excluded.ended_at
        where s.ended_at is null and excluded.ended_at is not null)
      select id from mine`,
    [taskId, worker, leaseEnd(), JSON.stringify(rows)],
  );
}

/** How a task comes to rest: for good, or until it is due again. */
export type Rest =
  | { state: "SUCCESS"; result: unknown }
  | { state: "FAILURE"; error: string }
  | { state: "RETRY"; error: string; dueAt: Date }
  | { state: "STARTED"; dueAt: Date };

/** Lets go of a task. @throws LostTask */
export async function rest(taskId: string, worker: string, how: Rest): Promise<void> {
  const isOver = how.state === "SUCCESS" || how.state === "FAILURE";
  await ifOurs(
    `update task set state = $3::"TaskState", leased_by = null, lease_until = null,
       progress = case when $3 = 'SUCCESS' then 100 else progress end,
       result = coalesce($4::jsonb, result), error = case when $3 = 'SUCCESS' then null else coalesce($5, error) end,
       attempt = attempt + case when $3 = 'RETRY' then 1 else 0 end,
       due_at = coalesce($6, due_at), ended_at = $7
     where id = $1 and leased_by = $2 and state = 'STARTED' returning id`,
    [
      taskId,
      worker,
      how.state,
      "result" in how ? JSON.stringify(how.result ?? null) : null,
      "error" in how ? how.error : null,
      "dueAt" in how ? how.dueAt : null,
      isOver ? now() : null,
    ],
  );
}

async function ifOurs(text: string, values: unknown[]): Promise<void> {
  const rows = await alone<{ id: string }>("lims_platform", text, values);
  if (rows.length === 0) throw new LostTask("This task is another's now.");
}
