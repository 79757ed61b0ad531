import "server-only";
import { analytesForJudging } from "@/lib/catalogue/repository";
import { invalidField, notFound, Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { resultDetail } from "../detail";
import { resultAmended } from "../events";
import { judgeValue, type ReadValue, readValue, subjectOf } from "../judgement";
import { whyNotAmend } from "../policy";
import { insertAmendment, lockResult } from "../repository";
import { lockSampleFacts } from "../repository.entry";
import { AmendResult, ResultDetail, ResultRef } from "../schema";
import { settle } from "../settle";

export const amendResult = operation({
  id: "results.amend",
  http: "POST /results/{resultId}/amend",
  summary: "Amend a released result: a new version that another person verifies before it is released.",
  description:
    "The released version stays as it is until the amendment is released in a corrected report. The answer lists who must be told.",
  scope: "laboratory",
  permission: "result:amend",
  limit: "write",
  audit: "result.amended",
  input: { params: ResultRef, body: AmendResult },
  output: ResultDetail,
  status: 201,
  location: ({ id }) => `/results/${id}`,
  fails: [
    "not_found",
    "illegal_move",
    "precondition_failed",
    "precondition_required",
    "validation_failed",
    "already_exists",
  ],
  ifMatch: "required",
  async run(context, { params: { resultId }, body }) {
    const { db, actor, now, ifMatch, about, emit } = context;
    const by = context.member();
    const laboratoryId = actor.laboratory.id;
    const before = await lockResult(db, laboratoryId, resultId);
    const refused = whyNotAmend(before);
    if (refused) throw new Problem("illegal_move", refused);
    checkVersion(before.version, ifMatch);

    const sample = (await lockSampleFacts(db, laboratoryId, [before.sampleId])).get(before.sampleId);
    const analyte = (await analytesForJudging(db, laboratoryId, [before.analyteId])).get(before.analyteId);
    if (!sample || !analyte) throw notFound();
    const read = body.value === undefined ? NOT_REPORTED : readValue(analyte, { ...body, value: body.value });
    if (!read.ok) throw invalidField(read.field, read.reason);
    const judgement = judgeValue(analyte, subjectOf(sample, actor.laboratory.timeZone), read.judged);
    const amended = {
      ...judgement,
      value: read.value,
      notReported: body.notReported === true,
      abnormal: read.abnormal,
      commentForReport: body.commentForReport === undefined ? before.commentForReport : body.commentForReport,
    };
    if (says(before) === says(amended)) {
      throw invalidField("value", "This changes nothing. Give the value as it should be.");
    }

    const id = await insertAmendment(db, laboratoryId, resultId, {
      ...amended,
      reason: body.reason,
      enteredById: by.id,
      now,
    });
    await settle(context, [before]);
    const { orderId, patientId, analyteCode } = before;
    about({
      recordId: resultId,
      orderId,
      patientId,
      details: {
        analyteCode,
        amendmentId: id,
        ...(analyte.kind !== "text" && { value: [before.value, amended.value] }),
        unit: [before.unit, amended.unit],
        flag: [before.flag, amended.flag],
      },
    });
    emit(resultAmended({ resultId: id, orderId }));
    return await resultDetail(db, laboratoryId, id);
  },
});

type Read = Extract<ReadValue, { ok: true }>;

const NOT_REPORTED: { ok: true; value: null; abnormal: null; judged: Read["judged"] | null } = {
  ok: true,
  value: null,
  abnormal: null,
  judged: null,
};

/** All that a report prints of a value. */
function says({
  value,
  notReported,
  abnormal,
  flag,
  unit,
  interval,
  commentForReport,
}: {
  value: string | null;
  notReported: boolean;
  abnormal: boolean | null;
  flag: string | null;
  unit: string | null;
  interval: { low: string | null; high: string | null; text: string | null } | null;
  commentForReport: string | null;
}): string {
  const limits = [interval?.low ?? null, interval?.high ?? null, interval?.text ?? null];
  return JSON.stringify([value, notReported, abnormal, flag, unit, limits, commentForReport]);
}
