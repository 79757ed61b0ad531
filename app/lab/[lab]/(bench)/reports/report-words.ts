import type { Report } from "@/lib/reports/schema";

/** "Version 2, final, corrected" */
export function reportTitle({
  number,
  status,
  isCorrected,
}: Pick<Report, "number" | "status" | "isCorrected">) {
  return `Version ${number}, ${status}${isCorrected ? ", corrected" : ""}`;
}

/** Whether it still counts. */
export function reportStanding({
  supersededBy,
  withdrawnAt,
}: Pick<Report, "supersededBy" | "withdrawnAt">): "current" | "superseded" | "withdrawn" {
  if (withdrawnAt) return "withdrawn";
  return supersededBy === null ? "current" : "superseded";
}
