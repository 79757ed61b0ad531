import "server-only";
import { z } from "zod";
import { operation } from "@/lib/infra/operation";
import { presentToRelease } from "../queue";
import { ordersToRelease } from "../repository.queues";
import { ReleaseQueue } from "../schema.queues";

const Query = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) });

export const releaseQueue = operation({
  id: "results.releaseQueue",
  http: "page",
  summary: "Show orders with verified results, and what a final report of each still waits for.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "results.release_queue_opened",
  input: { query: Query },
  output: ReleaseQueue,
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query: { limit } }) {
    const rows = await ordersToRelease(db, actor.laboratory.id, limit);
    return {
      hasMore: rows.length > limit,
      data: rows.slice(0, limit).map((row) => presentToRelease(row, now)),
    };
  },
});
