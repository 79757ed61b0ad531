import "server-only";
import { z } from "zod";
import { operation } from "@/lib/infra/operation";
import { presentOpenCritical } from "../queue";
import { callsAbout } from "../repository.history";
import { listOpenCriticals } from "../repository.queues";
import { OpenCriticals } from "../schema.queues";

const Query = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) });

export const openCriticals = operation({
  id: "results.openCriticals",
  http: "page",
  summary: "Show critical values that nobody took the call for yet, the longest waiting first.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "results.open_criticals_opened",
  input: { query: Query },
  output: OpenCriticals,
  fails: ["malformed_request"],
  async run({ db, actor }, { query: { limit } }) {
    const laboratoryId = actor.laboratory.id;
    const rows = await listOpenCriticals(db, laboratoryId, limit);
    const calls = await callsAbout(
      db,
      laboratoryId,
      rows.map(({ id }) => id),
    );
    return {
      hasMore: rows.length > limit,
      data: rows.slice(0, limit).map((row) => presentOpenCritical(row, calls)),
    };
  },
});
