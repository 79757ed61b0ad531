import "server-only";
import { invalidField, notFound, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { whyNotNotify } from "../policy";
import { presentCall } from "../presenter";
import { insertCall, lockResult } from "../repository";
import { callsAbout } from "../repository.history";
import { CriticalNotification, NewCriticalNotification, ResultRef } from "../schema";

export const recordCriticalNotification = operation({
  id: "results.recordCall",
  http: "POST /results/{resultId}/critical-notifications",
  summary: "Record that somebody was told a critical value, or an attempt at it.",
  description: "The record is written once; attempts add up. The call stays open until somebody was reached.",
  scope: "laboratory",
  permission: "critical:record",
  limit: "write",
  audit: "result.critical_notified",
  input: { params: ResultRef, body: NewCriticalNotification },
  output: CriticalNotification,
  status: 201,
  fails: ["not_found", "illegal_move", "validation_failed"],
  async run(context, { params: { resultId }, body }) {
    const { db, actor, now, about } = context;
    const by = context.member();
    const laboratoryId = actor.laboratory.id;
    const result = await lockResult(db, laboratoryId, resultId);
    const refused = whyNotNotify(result);
    if (refused) throw new Problem("illegal_move", refused);
    const notifiedAt = new Date(body.notifiedAt);
    if (notifiedAt > now) {
      throw invalidField("notifiedAt", "This lies in the future. Give the time of the call.");
    }
    const id = await insertCall(db, laboratoryId, {
      ...body,
      note: body.note ?? null,
      notifiedAt,
      resultId,
      notifiedById: by.id,
      notifiedByName: by.name,
      createdAt: now,
    });
    const { orderId, patientId, analyteCode, flag } = result;
    const { method, outcome } = body;
    about({ recordId: resultId, orderId, patientId, details: { analyteCode, flag, method, outcome } });
    const call = (await callsAbout(db, laboratoryId, [resultId])).find((each) => each.id === id);
    if (!call) throw notFound();
    return presentCall(call);
  },
});
