import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentCall } from "../presenter";
import { findResult } from "../repository.find";
import { callsAbout } from "../repository.history";
import { CriticalNotifications, ResultRef } from "../schema";

export const listCriticalNotifications = operation({
  id: "results.listCalls",
  http: "GET /results/{resultId}/critical-notifications",
  summary: "List the calls about a critical value, and the attempts, oldest first.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "result.calls_listed",
  input: { params: ResultRef },
  output: CriticalNotifications,
  fails: ["not_found"],
  async run({ db, actor, about }, { params: { resultId } }) {
    const laboratoryId = actor.laboratory.id;
    const { orderId, patientId } = await findResult(db, laboratoryId, resultId);
    about({ recordId: resultId, orderId, patientId });
    return { data: (await callsAbout(db, laboratoryId, [resultId])).map(presentCall) };
  },
});
