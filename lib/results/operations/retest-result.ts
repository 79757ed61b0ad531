import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { resultLifecycle } from "../lifecycle";
import { presentResult } from "../presenter";
import { closeResult, lockResult, openSuccessor } from "../repository";
import { findResult } from "../repository.find";
import { Result, ResultRef, WithReason } from "../schema";
import { settle } from "../settle";

export const retestResult = operation({
  id: "results.retest",
  http: "POST /results/{resultId}/retest",
  summary: "Have a result measured again: a linked pending result takes its place.",
  scope: "laboratory",
  permission: "result:retest",
  limit: "write",
  audit: "result.retested",
  input: { params: ResultRef, body: WithReason },
  output: Result,
  status: 201,
  location: ({ id }) => `/results/${id}`,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { resultId }, body: { reason } }) {
    const { db, actor, now, ifMatch, about } = context;
    const laboratoryId = actor.laboratory.id;
    const before = await lockResult(db, laboratoryId, resultId);
    checkVersion(before.version, ifMatch);
    follow(resultLifecycle, before.state, "retest");
    await closeResult(db, laboratoryId, resultId, { state: "replaced", cancelReason: null, now });
    const successorId = await openSuccessor(db, laboratoryId, resultId, { reason, now });
    await settle(context, [before]);
    const { orderId, patientId, analyteCode } = before;
    about({
      recordId: resultId,
      orderId,
      patientId,
      details: { analyteCode, successorId, was: before.state },
    });
    return presentResult(await findResult(db, laboratoryId, successorId));
  },
});
