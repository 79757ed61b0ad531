import "server-only";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { lockOrder } from "@/lib/orders/repository";
import { settle } from "@/lib/results/settle";
import { reportWithdrawn } from "../events";
import { whyNotWithdraw } from "../policy";
import { presentReport } from "../presenter";
import { withdrawReports } from "../repository";
import { findReport } from "../repository.find";
import { Report, ReportRef, Withdrawal } from "../schema";

export const withdrawReport = operation({
  id: "reports.withdraw",
  http: "POST /reports/{reportId}/withdraw",
  summary: "Withdraw an order's report: the results were not this patient's.",
  description:
    "Every version of the report and every released result of the order are withdrawn together. They leave previous values and lists, and stay readable.",
  scope: "laboratory",
  permission: "report:withdraw",
  limit: "write",
  audit: "report.withdrawn",
  input: { params: ReportRef, body: Withdrawal },
  output: Report,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { reportId }, body: { reason } }) {
    const { db, actor, now, ifMatch, about, emit } = context;
    const by = context.member();
    const { id: laboratoryId, slug } = actor.laboratory;
    const { orderId } = await findReport(db, laboratoryId, reportId);
    await lockOrder(db, laboratoryId, orderId);
    // Read again: while the order was awaited, another version may have been released.
    const report = await findReport(db, laboratoryId, reportId);
    checkVersion(report.version, ifMatch);
    const refused = whyNotWithdraw(report);
    if (refused) throw new Problem("illegal_move", refused);
    const results = await withdrawReports(db, laboratoryId, orderId, { memberId: by.id, reason, at: now });
    await settle(context, results);
    about({
      recordId: reportId,
      orderId,
      patientId: report.patientId,
      details: { number: report.number, resultIds: results.map(({ id }) => id) },
    });
    emit(reportWithdrawn({ reportId, orderId }));
    return presentReport(await findReport(db, laboratoryId, reportId), slug);
  },
});
