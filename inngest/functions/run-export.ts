import { z } from "zod";
import { writeExportChunk } from "@/lib/tasks/operations/write-export-chunk";
import { ExportPart } from "@/lib/tasks/schema";
import { background } from "../background";

/** Writes a laboratory's export piece by piece (T7): a crash costs the piece at work, never what is written. */
export const runExport = background(
  {
    id: "export",
    summary: "Write a laboratory's export.",
    queue: "tasks",
    on: ["export.requested"],
    // As the member who asked may read; settled when they asked.
    data: { taskId: z.uuid(), parts: z.string() },
    retries: 4,
    timeLimitSeconds: 6 * 3600,
    atOnce: { count: 1, each: "laboratory" },
  },
  async ({ data: { taskId, parts }, laboratoryId, step }) => {
    const asked = z.array(ExportPart).parse(parts.split(" "));
    const lines: Record<string, number> = {};
    for (const [index, part] of asked.entries()) {
      let after: string | null = null;
      for (let position = 1; position === 1 || after !== null; position += 1) {
        const written: { lines: number; next: string | null } = await step.job(
          `${part} ${position}`,
          writeExportChunk,
          laboratoryId,
          { body: { taskId, part, position, after } },
          { progress: Math.floor((100 * index) / asked.length) },
        );
        lines[part] = (lines[part] ?? 0) + written.lines;
        after = written.next;
      }
    }
    return { lines };
  },
);
