import "server-only";
import { z } from "zod";
import { may } from "@/lib/core/actor";
import { operation } from "@/lib/infra/operation";
import { whyNotVerify } from "../policy";
import { presentQueued } from "../queue";
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
    const { id, timeZone, allowsSelfVerification } = actor.laboratory;
    const rows = await samplesToVerify(db, id, section ?? null, limit);
    const who = { memberId: actor.member?.id ?? null, allowsSelfVerification };
    const isVerifier = may(actor, "result:verify");
    return {
      hasMore: rows.length > limit,
      data: rows.slice(0, limit).map((row) => {
        const free = row.results.filter((result) => whyNotVerify(result, who) === null);
        const [first] = row.results;
        return {
          ...presentQueued(row, now, timeZone),
          verifiable: isVerifier ? free.map(({ resultId, version }) => ({ resultId, version })) : [],
          whyNot: isVerifier && free.length === 0 && first ? whyNotVerify(first, who) : null,
        };
      }),
    };
  },
});
