import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { taskLifecycle } from "../lifecycle";
import { presentForOperators } from "../presenter";
import { lockTask, revoke } from "../repository";
import { OperatorTask, TaskRef } from "../schema";

export const cancelTask = operation({
  id: "tasks.cancel",
  http: "POST /operator/tasks/{taskId}/cancel",
  summary: "Revoke a task. The step at work ends, and no further one begins.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation answers for its work."),
  limit: "write",
  audit: "task.revoked",
  input: { params: TaskRef },
  output: OperatorTask,
  fails: ["not_found", "illegal_move"],
  run: (context, { params: { taskId } }) => revokeTask(context, taskId),
});

/** Revokes a task. @throws Problem why it cannot be, before anything is touched. */
export async function revokeTask({ db, now, about }: PlatformContext, taskId: string): Promise<OperatorTask> {
  const task = await lockTask(db, taskId);
  await revoke(db, now, taskId, follow(taskLifecycle, task.state, "revoke"));
  about({ recordId: taskId, details: { function: task.functionId, from: task.state } });
  return presentForOperators(await lockTask(db, taskId));
}
