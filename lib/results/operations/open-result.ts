import "server-only";
import { operation } from "@/lib/infra/operation";
import { resultDetail } from "../detail";
import { ResultDetail, ResultRef } from "../schema";

export const openResult = operation({
  id: "results.open",
  http: "GET /results/{resultId}",
  summary: "Open a result with its history, its other versions and its calls.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "result.opened",
  input: { params: ResultRef },
  output: ResultDetail,
  fails: ["not_found"],
  async run({ db, actor, about }, { params: { resultId } }) {
    const detail = await resultDetail(db, actor.laboratory.id, resultId);
    about({ recordId: resultId, orderId: detail.orderId, patientId: detail.patientId });
    return detail;
  },
});
