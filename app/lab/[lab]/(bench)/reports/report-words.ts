import type { Report } from "@/lib/reports/schema";

type Version = Pick<Report, "status" | "isCorrected" | "withdrawnAt" | "supersededBy">;

/** "Final, corrected" */
export function titleOf({ status, isCorrected }: Pick<Version, "status" | "isCorrected">): string {
  return `${status === "final" ? "Final" : "Preliminary"}${isCorrected ? ", corrected" : ""}`;
}

/** Whether a version still counts. */
export function standing({ withdrawnAt, supersededBy }: Version): "current" | "superseded" | "withdrawn" {
  if (withdrawnAt) return "withdrawn";
  return supersededBy ? "superseded" : "current";
}
