import "server-only";
import { z } from "zod";
import { notFound, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { exportLifetime, readableParts, requesterOf } from "../policy";
import { readOwnTask } from "../repository";
import { readChunks } from "../repository.exports";
import { TaskRef } from "../schema";

export const downloadExport = operation({
  id: "tasks.downloadExport",
  http: "GET /tasks/{taskId}/export",
  summary: "Fetch an export that one has asked for, within 24 hours.",
  description:
    'JSON lines: one record to a line, its kind under "record". What the caller has since lost the right to read is left out.',
  scope: "laboratory",
  permission: "task:request",
  limit: "read",
  audit: "export.downloaded",
  input: { params: TaskRef },
  output: z.array(z.string()),
  fails: ["not_found", "illegal_move"],
  bytes: {
    contentType: "application/x-ndjson",
    render: async (chunks) => new TextEncoder().encode(chunks.join("")),
  },
  async run({ db, actor, now, about }, { params: { taskId } }) {
    const laboratoryId = actor.laboratory.id;
    const task = await readOwnTask(db, { laboratoryId, id: taskId, requestedById: requesterOf(actor) });
    if (task.type !== "export") throw new Problem("illegal_move", "This task writes no export.");
    if (task.state !== "SUCCESS" || task.endedAt === null) {
      throw new Problem(
        "illegal_move",
        "This export is not written yet. Ask for the task until it has succeeded.",
      );
    }
    if (task.endedAt.getTime() + exportLifetime <= now.getTime()) throw notFound();
    const parts = readableParts(actor);
    about({ recordId: taskId, details: { parts: parts.join(" ") } });
    return readChunks(db, { laboratoryId, taskId, parts, now });
  },
});
