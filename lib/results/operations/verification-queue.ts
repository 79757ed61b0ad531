import "server-only";
import { z } from "zod";
import { operation } from "@/lib/infra/operation";
import { presentToVerify } from "../queue";
import { samplesToVerify } from "../repository.queues";
import { VerificationQueue } from "../schema.queues";

const Query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  section: z.string().max(60).optional(),
});

export const verificationQueue = operation({
  id: "results.verificationQueue",
  http: "page",
  summary: "Show samples whose values wait for verification, and which of them this person may verify.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "results.verification_queue_opened",
  input: { query: Query },
  output: VerificationQueue,
  fails: ["malformed_request"],
  async run({ db, actor, now }, { query: { limit, section } }) {
    const rows = await samplesToVerify(db, actor.laboratory.id, section ?? null, limit);
    return {
      hasMore: rows.length > limit,
      data: rows.slice(0, limit).map((row) => presentToVerify(row, actor, now)),
    };
  },
});
