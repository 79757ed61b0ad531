import "server-only";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { exportRequested, selfTestRequested } from "../events";
import { readableParts, requesterOf } from "../policy";
import { presentTask } from "../presenter";
import { createTask } from "../repository";
import { Task, TaskRequest } from "../schema";

export const requestTask = operation({
  id: "tasks.request",
  http: "POST /tasks",
  summary: "Ask for a self-test of background work, or for an export of the laboratory's data.",
  description:
    "An export holds the records that the caller may read, as JSON lines, and is kept for 24 hours for whoever asked.",
  scope: "laboratory",
  permission: "task:request",
  limit: "write",
  audit: "task.requested",
  input: { body: TaskRequest },
  output: Task,
  status: 202,
  location: ({ id }) => `/tasks/${id}`,
  fails: [],
  async run({ db, actor, now, emit, about }, { body: { type } }) {
    const id = newId();
    const told =
      type === "export"
        ? exportRequested({ taskId: id, parts: readableParts(actor).join(" ") })
        : selfTestRequested({ taskId: id });
    emit(told);
    about({ recordId: id, details: { type, ...(type === "export" && { parts: told.payload.parts }) } });
    const row = await createTask(db, now, {
      ...{ id, laboratoryId: actor.laboratory.id, type, requestedById: requesterOf(actor) },
      ...{ functionId: type === "export" ? "export" : "self-test", eventName: told.name, data: told.payload },
    });
    return presentTask(row);
  },
});
