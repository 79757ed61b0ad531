import type { Task as TaskRow } from "@/lib/infra/prisma/client";
import type { OperatorTaskRow } from "./repository";
import type { ScheduleRow } from "./repository.schedules";
import { type OperatorTask, type Schedule, type Task, TaskType } from "./schema";

const instant = (at: Date | null) => at?.toISOString() ?? null;

export function presentTask(row: TaskRow): Task {
  const { id, state, progress, error } = row;
  return {
    ...{ id, type: TaskType.parse(row.type), state, progress, error },
    result: state === "SUCCESS" ? row.result : null,
    createdAt: row.createdAt.toISOString(),
    startedAt: instant(row.startedAt),
    endedAt: instant(row.endedAt),
  };
}

export function presentForOperators(row: OperatorTaskRow): OperatorTask {
  const { id, functionId, queue, laboratory, eventName, state, progress, attempt, maxAttempts, error } = row;
  return {
    ...{ id, functionId, queue, laboratory, eventName, state, progress, attempt, maxAttempts, error },
    type: row.type === null ? null : TaskType.parse(row.type),
    carrier: row.carrier === "embedded" || row.carrier === "inngest" ? row.carrier : null,
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    startedAt: instant(row.startedAt),
    endedAt: instant(row.endedAt),
  };
}

export function presentSchedule(row: ScheduleRow): Schedule {
  const { functionId, summary, cron, lastTask } = row;
  return {
    ...{ functionId, summary, cron, lastTask },
    nextRunAt: row.pausedAt ? null : row.nextRunAt.toISOString(),
    lastRunAt: instant(row.lastRunAt),
    pausedAt: instant(row.pausedAt),
  };
}
