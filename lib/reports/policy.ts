/** Why a report cannot be withdrawn, or null. A withdrawal takes every version of an order's report with it. */
export function whyNotWithdraw(report: {
  number: number;
  supersededBy: number | null;
  withdrawnAt: Date | null;
}): string | null {
  if (report.withdrawnAt) return "This report is withdrawn already.";
  if (report.supersededBy !== null) {
    return `Version ${report.number} is superseded. Withdraw version ${report.supersededBy}: it takes the earlier ones with it.`;
  }
  return null;
}

/** What anyone may know of a report by its check code (R22). */
export function standingOf(report: {
  supersededBy: number | null;
  withdrawnAt: Date | null;
}): "current" | "superseded" | "withdrawn" {
  if (report.withdrawnAt) return "withdrawn";
  return report.supersededBy === null ? "current" : "superseded";
}
