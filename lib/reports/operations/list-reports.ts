import "server-only";
import { page, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { orderReach } from "@/lib/orders/policy";
import { presentReport } from "../presenter";
import { listReports as find } from "../repository.find";
import { ReportQuery, Reports } from "../schema";

export const listReports = operation({
  id: "reports.list",
  http: "GET /reports",
  summary: "List versions of reports, the newest first.",
  description: "A provider sees those of orders that name them.",
  scope: "laboratory",
  permission: "report:read",
  limit: "read",
  audit: "reports.listed",
  input: { query: ReportQuery },
  output: Reports,
  fails: ["malformed_request"],
  async run({ db, actor, about }, { query }) {
    const { limit, cursor, ...filter } = query;
    const { id, slug } = actor.laboratory;
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await find(db, id, filter, orderReach(actor, "report:read"), after, limit);
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    return page(
      rows,
      limit,
      (row) => [row.issuedAt.toISOString(), row.id],
      (row) => presentReport(row, slug),
    );
  },
});
