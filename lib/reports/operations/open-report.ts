import "server-only";
import { operation } from "@/lib/infra/operation";
import { orderReach } from "@/lib/orders/policy";
import { presentReportDetail } from "../presenter";
import { contentOf, findReport, reportsOfOrders } from "../repository.find";
import { ReportDetail, ReportRef } from "../schema";
import { toBeToldOf } from "../told";

export const openReport = operation({
  id: "reports.open",
  http: "GET /reports/{reportId}",
  summary: "Open one version of a report with what it says.",
  scope: "laboratory",
  permission: "report:read",
  limit: "read",
  audit: "report.opened",
  input: { params: ReportRef },
  output: ReportDetail,
  fails: ["not_found"],
  async run({ db, actor, about }, { params: { reportId } }) {
    const { id, slug } = actor.laboratory;
    const reach = orderReach(actor, "report:read");
    const row = await findReport(db, id, reportId, reach);
    about({ recordId: reportId, orderId: row.orderId, patientId: row.patientId });
    const isHidden = row.withdrawnAt !== null && reach.kind === "own";
    const content = isHidden ? null : await contentOf(db, id, reportId);
    const versions = await reportsOfOrders(db, id, [row.orderId]);
    const told = reach.kind === "own" ? [] : await toBeToldOf(db, id, row.orderId, versions);
    return presentReportDetail(row, slug, versions, content, told);
  },
});
