import "server-only";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { type LabContext, operation } from "@/lib/infra/operation";
import { presentResult } from "../presenter";
import { lockResult } from "../repository";
import { findResult } from "../repository.find";
import { Result, ResultRef } from "../schema";
import { verifyOnSamples } from "./verify-results";

export const verifyResult = operation({
  id: "results.verifyOne",
  http: "POST /results/{resultId}/verify",
  summary: "Verify one entered result.",
  scope: "laboratory",
  permission: "result:verify",
  limit: "write",
  audit: "result.verified",
  input: { params: ResultRef },
  output: Result,
  fails: ["not_found", "illegal_move", "forbidden", "precondition_failed"],
  ifMatch: "optional",
  async run(context, { params: { resultId } }) {
    const { db, actor, ifMatch } = context;
    const about: LabContext["about"] = (subject) => context.about({ ...subject, recordId: resultId });
    const laboratoryId = actor.laboratory.id;
    const { sampleId, version } = await lockResult(db, laboratoryId, resultId);
    checkVersion(version, ifMatch);
    const [outcome] = await verifyOnSamples({ ...context, about }, [
      { sampleId, body: { resultIds: [resultId] } },
    ]);
    if (!outcome) throw notFound();
    if (outcome.problem) throw outcome.problem;
    return presentResult(await findResult(db, laboratoryId, resultId));
  },
});
