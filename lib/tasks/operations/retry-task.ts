import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { askedEvent } from "@/lib/infra/background/card";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { taskLifecycle } from "../lifecycle";
import { presentForOperators } from "../presenter";
import { beginAgain, lockTask } from "../repository";
import { announceFor } from "../repository.outbox";
import { OperatorTask, TaskRef } from "../schema";

export const retryTask = operation({
  id: "tasks.retry",
  http: "POST /operator/tasks/{taskId}/retry",
  summary: "Have a task that failed or was revoked tried again. Steps that succeeded are not repeated.",
  scope: "platform",
  permission: openTo("operator", "It does what was asked for already."),
  limit: "write",
  audit: "task.retried",
  input: { params: TaskRef },
  output: OperatorTask,
  status: 202,
  fails: ["not_found", "illegal_move"],
  run: (context, { params: { taskId } }) => tryAgain(context, taskId),
});

/** Asks for a task again. @throws Problem why it cannot be, before anything is touched. */
export async function tryAgain({ db, now, about }: PlatformContext, taskId: string): Promise<OperatorTask> {
  const task = await lockTask(db, taskId);
  const state = follow(taskLifecycle, task.state, "ask_again");
  await beginAgain(db, now, taskId, state);
  await announceFor(db, now, task.laboratoryId, askedEvent(task.functionId), { ...task.data, taskId });
  about({ recordId: taskId, details: { function: task.functionId, from: task.state } });
  return presentForOperators(await lockTask(db, taskId));
}
