import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ReportDocument } from "@/components/paper/report-document";
import { Id } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { inLaboratory } from "@/lib/infra/db";
import { operation } from "@/lib/infra/operation";
import { renderPdf } from "@/lib/infra/pdf";
import { orderReach } from "@/lib/orders/policy";
import { ReportContent } from "../content";
import { keepFile } from "../repository";
import { contentOf, fileOf, findReport } from "../repository.find";
import { ReportRef } from "../schema";

/** A version's bytes, or what to draw them from when nobody has asked for them before. */
const Printed = z.union([
  z.object({ file: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) }),
  z.object({ laboratoryId: Id, memberId: Id.nullable(), reportId: Id, content: ReportContent }),
]);

export const printReport = operation({
  id: "reports.print",
  http: "GET /reports/{reportId}/pdf",
  summary: "Print one version of a report: the same bytes whenever it is asked for.",
  scope: "laboratory",
  permission: "report:read",
  limit: "read",
  audit: "report.printed",
  input: { params: ReportRef },
  output: Printed,
  bytes: { contentType: "application/pdf", render: printed, etag: sha256 },
  fails: ["not_found", "illegal_move"],
  async run({ db, actor, about }, { params: { reportId } }) {
    const laboratoryId = actor.laboratory.id;
    const reach = orderReach(actor, "report:read");
    const row = await findReport(db, laboratoryId, reportId, reach);
    if (row.withdrawnAt && reach.kind === "own") {
      throw new Problem("illegal_move", "This report was withdrawn. Do not use it; ask the laboratory.");
    }
    about({ recordId: reportId, orderId: row.orderId, patientId: row.patientId });
    const file = await fileOf(db, laboratoryId, reportId);
    if (file) return { file };
    const content = await contentOf(db, laboratoryId, reportId);
    return { laboratoryId, memberId: actor.member?.id ?? null, reportId, content };
  },
});

/** Draws a version once. Of two first requests the one that writes first wins, and both answer with its bytes. */
async function printed(found: z.output<typeof Printed>): Promise<Uint8Array> {
  if ("file" in found) return found.file;
  const { laboratoryId, memberId, reportId, content } = found;
  const drawn = await renderPdf(ReportDocument, content);
  return await inLaboratory(laboratoryId, memberId, (db) => keepFile(db, laboratoryId, reportId, drawn));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
