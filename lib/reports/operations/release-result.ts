import "server-only";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { lockResult } from "@/lib/results/repository";
import { ResultRef } from "@/lib/results/schema";
import { prepareNotices } from "../notices";
import { releaseOrders } from "../release";
import { Released, ReleaseWhole } from "../schema";

export const releaseResult = operation({
  id: "reports.releaseResult",
  http: "POST /results/{resultId}/release",
  summary: "Release one verified result, in a version of its order's report.",
  scope: "laboratory",
  permission: "result:release",
  limit: "write",
  audit: "report.issued",
  input: { params: ResultRef, body: ReleaseWhole },
  output: Released,
  fails: ["not_found", "illegal_move", "precondition_failed"],
  ifMatch: "optional",
  prepare: ({ actor }) => prepareNotices(actor),
  async run(context, { params: { resultId }, body }) {
    const { orderId, version } = await lockResult(context.db, context.actor.laboratory.id, resultId);
    checkVersion(version, context.ifMatch);
    const isPreliminary = body.preliminary ?? false;
    const [outcome] = await releaseOrders(context, [
      { orderId, resultIds: [resultId], sampleIds: [], isPreliminary },
    ]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    return outcome.released;
  },
});
