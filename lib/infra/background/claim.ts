import { now } from "@/lib/core/clock";
import { alone, ask, inTransaction } from "../transaction";
import { queues } from "./card";

/** A task this worker holds, until its lease is over. */
export type Claimed = {
  id: string;
  functionId: string;
  eventId: string;
  eventName: string;
  data: Record<string, unknown>;
  attempt: number;
  maxAttempts: number;
  timeLimitSeconds: number;
  startedAt: Date;
  createdAt: Date;
};

/** Seconds after which a worker that has gone silent is thought to be dead. */
export const leaseSeconds = 30;

export function leaseEnd(): Date {
  return new Date(now().getTime() + leaseSeconds * 1000);
}

// One claim at a time, in a few milliseconds: else two workers would both see the last free place.
const claimLock = 4851022613;

/** The task that has been due for longest and has room, or null. No other worker gets it while the lease lasts. */
export async function claim(worker: string): Promise<Claimed | null> {
  return inTransaction("lims_platform", { laboratoryId: null }, async () => {
    await ask({ text: `select pg_advisory_xact_lock(${claimLock})` });
    const { rows } = await ask({
      name: "claim_task",
      text: `with at_work as materialized (
          select limit_key, queue from task where leased_by is not null and lease_until > $1),
        full_keys as (select limit_key, count(*) as n from at_work where limit_key is not null group by 1),
        full_queues as (
          select w.queue from at_work w join jsonb_each_text($4) q on q.key = w.queue
          group by w.queue, q.value having count(*) >= q.value::int)
        update task set leased_by = $2, lease_until = $3, state = 'STARTED', started_at = coalesce(started_at, $1)
        where id = (
          select t.id from task t left join full_keys k on k.limit_key = t.limit_key
          where t.carrier = 'embedded' and t.state in ('PENDING', 'STARTED', 'RETRY') and t.due_at <= $1
            and (t.leased_by is null or t.lease_until <= $1)
            and coalesce(k.n, 0) < coalesce(t.limit_count, 2147483647)
            and t.queue not in (select queue from full_queues)
          order by t.due_at, t.id limit 1)
        returning id, function_id as "functionId", event_id as "eventId", event_name as "eventName", data, attempt,
          max_attempts as "maxAttempts", time_limit_seconds as "timeLimitSeconds", started_at as "startedAt",
          created_at as "createdAt"`,
      values: [now(), worker, leaseEnd(), JSON.stringify(queues)],
    });
    // The statement's own returning list.
    return (rows[0] as Claimed | undefined) ?? null;
  });
}

/** Says that this worker is alive. @returns false when the task is no longer its own. */
export async function renewLease(taskId: string, worker: string): Promise<boolean> {
  const rows = await alone<{ id: string }>(
    "lims_platform",
    `update task set lease_until = $3 where id = $1 and leased_by = $2 and state = 'STARTED' returning id`,
    [taskId, worker, leaseEnd()],
  );
  return rows.length > 0;
}
