import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { pageOf, pageQuery } from "@/lib/core/paging";

export const TaskState = z.enum(["PENDING", "STARTED", "SUCCESS", "FAILURE", "RETRY", "REVOKED"]);
export type TaskState = z.infer<typeof TaskState>;

/** What a laboratory may ask for. */
export const TaskType = z.enum(["self_test", "export"]);
export type TaskType = z.infer<typeof TaskType>;

/** Kinds of records in an export. */
export const ExportPart = z.enum([
  "tests",
  "prices",
  "providers",
  "patients",
  "orders",
  "results",
  "invoices",
]);
export type ExportPart = z.infer<typeof ExportPart>;

const Instant = z.iso.datetime({ offset: true });

export const Task = z.object({
  id: Id,
  type: TaskType,
  state: TaskState,
  progress: z.int().min(0).max(100).meta({ description: "Percent.", example: 50 }),
  error: z.string().nullable().meta({ description: "What the last try ended with." }),
  result: z.unknown().meta({ description: "What the task found, once it has succeeded." }),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type Task = z.infer<typeof Task>;

export const TaskRef = z.strictObject({ taskId: Id });

export const TaskRequest = z.strictObject({ type: TaskType });

/** A task as operators see it: one run of one background function, of any laboratory or of none. */
export const OperatorTask = z.object({
  id: Id,
  functionId: z.string().meta({ example: "carry-mail" }),
  queue: z.string().meta({ example: "mail" }),
  type: TaskType.nullable().meta({
    description: "What a laboratory asked for; null for the system's own work.",
  }),
  laboratory: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
  eventName: z.string().meta({ example: "mail.owed" }),
  carrier: z.enum(["embedded", "inngest"]).nullable(),
  state: TaskState,
  progress: z.int(),
  attempt: z.int().meta({ description: "Failed tries of the step that is at work." }),
  maxAttempts: z.int(),
  error: z.string().nullable(),
  dueAt: Instant,
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type OperatorTask = z.infer<typeof OperatorTask>;

export const OperatorTasks = pageOf(OperatorTask);

export const TaskSort = z.enum(["newest", "oldest", "function", "most_tries"]);
export type TaskSort = z.infer<typeof TaskSort>;

export const OperatorTaskQuery = z.strictObject({
  ...pageQuery,
  state: TaskState.optional(),
  queue: z.enum(["mail", "tasks", "upkeep"]).optional(),
  functionId: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/)
    .optional(),
  laboratoryId: Id.optional(),
  sort: TaskSort.default("newest"),
});
export type OperatorTaskQuery = z.infer<typeof OperatorTaskQuery>;

/** What runs by itself, and when. */
export const Schedule = z.object({
  functionId: z.string().meta({ example: "clean-up" }),
  summary: z.string(),
  cron: z.string().meta({ description: "Five fields, UTC.", example: "23 * * * *" }),
  nextRunAt: Instant.nullable().meta({ description: "Null while it is paused." }),
  lastRunAt: Instant.nullable(),
  lastTask: z.object({ id: Id, state: TaskState, error: z.string().nullable() }).nullable(),
  pausedAt: Instant.nullable(),
});
export type Schedule = z.infer<typeof Schedule>;

export const ScheduleSort = z.enum(["name", "last_run", "next_run"]);
export type ScheduleSort = z.infer<typeof ScheduleSort>;

export const ScheduleRef = z.strictObject({ functionId: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) });
