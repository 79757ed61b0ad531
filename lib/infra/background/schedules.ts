import { now } from "@/lib/core/clock";
import { nextAfter } from "@/lib/core/cron";
import { alone, ask, inTransaction } from "../transaction";
import type { FunctionCard } from "./card";
import { termsOf } from "./dispatch";

type Scheduled = FunctionCard & { cron: string };

function scheduledOnes(cards: readonly FunctionCard[]): Scheduled[] {
  return cards.filter((card): card is Scheduled => card.cron !== null);
}

/** Writes down what runs when, so that operators see it and can pause it. A changed schedule counts from now. */
export async function writeSchedules(cards: readonly FunctionCard[]): Promise<void> {
  const rows = scheduledOnes(cards).map(({ id, cron, summary }) => ({
    ...{ function_id: id, cron, summary },
    next_run_at: nextAfter(cron, now()),
  }));
  await alone(
    "lims_platform",
    `insert into schedule as s (function_id, cron, summary, next_run_at)
     select * from jsonb_to_recordset($1) as r(function_id text, cron text, summary text, next_run_at timestamptz)
     on conflict (function_id) do update set summary = excluded.summary, cron = excluded.cron,
       next_run_at = case when s.cron = excluded.cron then s.next_run_at else excluded.next_run_at end`,
    [JSON.stringify(rows)],
  );
  await alone("lims_platform", "delete from schedule where function_id <> all($1)", [
    rows.map((row) => row.function_id),
  ]);
}

/**
 * Makes a task of each schedule that is due. Time that was slept through counts once, and a schedule whose last task
 * is still at work waits for its next turn.
 * @returns how many were due.
 */
export async function fireSchedules(cards: readonly FunctionCard[]): Promise<number> {
  const known = new Map(scheduledOnes(cards).map((card) => [card.id, card]));
  const at = now();
  return inTransaction("lims_platform", { laboratoryId: null }, async () => {
    const { rows } = await ask({
      name: "schedules_due",
      text: `select function_id, next_run_at from schedule where paused_at is null and next_run_at <= $1
        for update skip locked`,
      values: [at],
    });
    // The statement's own select list.
    for (const due of rows as { function_id: string; next_run_at: Date }[]) {
      const card = known.get(due.function_id);
      if (card) await fire(card, due.next_run_at, at);
    }
    return rows.length;
  });
}

async function fire(card: Scheduled, due: Date, at: Date): Promise<void> {
  const terms = termsOf(card);
  await ask({
    name: "schedule_fired",
    text: `with made as (
        insert into task (id, function_id, queue, event_id, event_name, data, carrier, max_attempts,
          time_limit_seconds, limit_key, limit_count, due_at, created_at)
        select id_from($2 || ':' || $1), $1, $3, $2, 'inngest/scheduled.timer', '{"laboratoryId": null}', 'embedded', $4, $5,
          case when $6::int is not null then $1 end, $6, $7, $7
        where not exists (select from task t join schedule s on s.last_task_id = t.id
          where s.function_id = $1 and t.state in ('PENDING', 'STARTED', 'RETRY'))
        on conflict (id) do nothing returning id)
      update schedule set next_run_at = $8, last_run_at = case when made.id is null then last_run_at else $7 end,
        last_task_id = coalesce(made.id, last_task_id)
      from (select 1) as one left join made on true where function_id = $1`,
    values: [
      card.id,
      `${card.id}:${due.toISOString()}`,
      terms.queue,
      terms.max_attempts,
      terms.time_limit_seconds,
      terms.count,
      at,
      nextAfter(card.cron, at),
    ],
  });
}
