import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { writeChunk } from "../repository.exports";
import { ExportPart } from "../schema";

export const writeExportChunk = operation({
  id: "tasks.writeExportChunk",
  http: "page",
  summary: "Write the next piece of an export.",
  scope: "laboratory",
  permission: openTo("operator", "Background work only: nobody is both at the root and in a laboratory."),
  limit: "write",
  audit: "export.written",
  input: {
    body: z.strictObject({
      taskId: Id,
      part: ExportPart,
      position: z.int().min(1),
      after: z.string().max(200).nullable(),
    }),
  },
  output: z.object({ lines: z.int(), next: z.string().nullable() }),
  fails: ["payload_too_large"],
  async run({ db, actor, now, about }, { body }) {
    const written = await writeChunk(db, actor.laboratory.id, now, body);
    about({ recordId: body.taskId, details: { part: body.part, lines: written.lines } });
    return written;
  },
});
