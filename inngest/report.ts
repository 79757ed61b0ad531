import { now } from "@/lib/core/clock";
import type { FunctionCard } from "@/lib/infra/background/card";
import { alone } from "@/lib/infra/transaction";

/**
 * What operators see of a task that Inngest carries. The embedded runner keeps its own tasks; these statements pass
 * them by.
 */
const carried = "id = $1 and carrier = 'inngest'";

/** The run begins, or goes on. @returns false when an operator has revoked it, or paused its schedule. */
export async function reportStart(
  taskId: string,
  card: FunctionCard,
  run: { eventName: string; attempt: number; laboratoryId: string | null },
): Promise<boolean> {
  const isScheduled = run.eventName === "inngest/scheduled.timer";
  if (isScheduled && (await isPaused(card.id))) return false;
  const rows = await alone<{ state: string }>(
    "lims_platform",
    `insert into task as t (id, function_id, queue, laboratory_id, event_name, data, carrier, state, attempt, max_attempts,
       time_limit_seconds, due_at, created_at, started_at)
     values ($1, $2, $3, $4, $5, '{}', 'inngest', 'STARTED', $6, $7, $8, $9, $9, $9)
     on conflict (id) do update set attempt = $6, started_at = coalesce(t.started_at, $9),
       state = case when t.state in ('PENDING', 'RETRY') then 'STARTED' else t.state end
     returning state`,
    [
      ...[taskId, card.id, card.queue, run.laboratoryId, run.eventName, run.attempt, card.maxAttempts],
      ...[card.timeLimitSeconds, now()],
    ],
  );
  if (isScheduled) {
    await alone(
      "lims_platform",
      "update schedule set last_run_at = $2, last_task_id = $3 where function_id = $1",
      [card.id, now(), taskId],
    );
  }
  return rows[0]?.state !== "REVOKED";
}

async function isPaused(functionId: string): Promise<boolean> {
  const rows = await alone(
    "lims_platform",
    "select 1 from schedule where function_id = $1 and paused_at is not null",
    [functionId],
  );
  return rows.length > 0;
}

/** How far the task is. Both carriers. */
export async function reportProgress(taskId: string, percent: number): Promise<void> {
  await alone("lims_platform", "update task set progress = greatest(progress, $2) where id = $1", [
    taskId,
    percent,
  ]);
}

export async function reportEnd(taskId: string, result: unknown): Promise<void> {
  await alone(
    "lims_platform",
    `update task set state = 'SUCCESS', progress = 100, result = $2, error = null, ended_at = $3
     where ${carried} and state <> 'REVOKED'`,
    [taskId, JSON.stringify(result ?? null), now()],
  );
}

/** A failed try; `isFinal` when there is none left. */
export async function reportFailure(taskId: string, error: unknown, isFinal: boolean): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  await alone(
    "lims_platform",
    `update task set state = $2::"TaskState", error = $3, ended_at = $4 where ${carried} and state <> 'REVOKED'`,
    [taskId, isFinal ? "FAILURE" : "RETRY", words.slice(0, 500), isFinal ? now() : null],
  );
}
