import "server-only";
import { notAudited, operation } from "@/lib/infra/operation";
import { requesterOf } from "../policy";
import { presentTask } from "../presenter";
import { readOwnTask } from "../repository";
import { Task, TaskRef } from "../schema";

export const openTask = operation({
  id: "tasks.open",
  http: "GET /tasks/{taskId}",
  summary: "See how far a task is that one has asked for.",
  scope: "laboratory",
  permission: "task:request",
  limit: "read",
  audit: notAudited("It is asked for every few seconds, and tells nothing of a patient."),
  input: { params: TaskRef },
  output: Task,
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    const of = { laboratoryId: actor.laboratory.id, id: params.taskId, requestedById: requesterOf(actor) };
    return presentTask(await readOwnTask(db, of));
  },
});
