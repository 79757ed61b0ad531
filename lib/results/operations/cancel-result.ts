import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { resultLifecycle } from "../lifecycle";
import { presentResult } from "../presenter";
import { closeResult, lockResult } from "../repository";
import { findResult } from "../repository.find";
import { Result, ResultRef, WithReason } from "../schema";
import { settle } from "../settle";

export const cancelResult = operation({
  id: "results.cancel",
  http: "POST /results/{resultId}/cancel",
  summary: "Cancel a result that will not be reported; of an amendment, give the amendment up.",
  scope: "laboratory",
  permission: "result:cancel",
  limit: "write",
  audit: "result.cancelled",
  input: { params: ResultRef, body: WithReason },
  output: Result,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { resultId }, body: { reason } }) {
    const { db, actor, now, ifMatch, about } = context;
    const laboratoryId = actor.laboratory.id;
    const before = await lockResult(db, laboratoryId, resultId);
    checkVersion(before.version, ifMatch);
    follow(resultLifecycle, before.state, "cancel");
    await closeResult(db, laboratoryId, resultId, { state: "cancelled", cancelReason: reason, now });
    await settle(context, [before]);
    const { orderId, patientId, analyteCode } = before;
    about({ recordId: resultId, orderId, patientId, details: { analyteCode, was: before.state } });
    return presentResult(await findResult(db, laboratoryId, resultId));
  },
});
