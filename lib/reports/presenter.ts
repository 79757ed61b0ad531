import { originOf } from "@/lib/infra/hosts";
import { presentPatient } from "@/lib/orders/presenter";
import type { ToBeTold } from "@/lib/results/schema";
import type { ReportContent } from "./content";
import type { ReportRow } from "./repository.find";
import type { Report, ReportDetail } from "./schema";

/** Where anyone can check a report: on the laboratory's own host. */
export function checkUrl(slug: string, checkCode: string): string {
  return `${originOf({ kind: "laboratory", slug })}/check/${checkCode}`;
}

export function presentReport(row: ReportRow, slug: string): Report {
  const { id, version, orderId, accessionNumber, number, status, isCorrected, reason, sha256 } = row;
  const { checkCode, issuedBy, supersededBy, withdrawReason } = row;
  return {
    ...{ id, version, orderId, accessionNumber, number, status, isCorrected, reason, sha256 },
    ...{ checkCode, issuedBy, supersededBy, withdrawReason },
    patient: presentPatient(row),
    checkUrl: checkUrl(slug, checkCode),
    issuedAt: row.issuedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentReportDetail(
  row: ReportRow,
  slug: string,
  versions: readonly ReportRow[],
  content: ReportContent | null,
  toBeTold: ToBeTold[],
): ReportDetail {
  return {
    ...presentReport(row, slug),
    content,
    toBeTold,
    versions: versions.map((each) => {
      const { id, number, status, isCorrected, reason, issuedBy, supersededBy } = each;
      return {
        ...{ id, number, status, isCorrected, reason, issuedBy, supersededBy },
        issuedAt: each.issuedAt.toISOString(),
        withdrawnAt: each.withdrawnAt?.toISOString() ?? null,
      };
    }),
  };
}
