import { formatPlainDate } from "@/lib/core/dates";
import type { PatientOnPaper, ReportContent } from "@/lib/reports/content";

/** "final", "preliminary, corrected". */
export function statusWords({ report }: Pick<ReportContent, "report">): string {
  return report.isCorrected ? `${report.status}, corrected` : report.status;
}

/** "15 Jun 1961", marked when it is only about right, and said when it is not known (R1). */
export function birthWords({ birthDate, birthDateEstimated }: PatientOnPaper): string {
  if (!birthDate) return "date unknown";
  return birthDateEstimated ? `${formatPlainDate(birthDate)} (estimated)` : formatPlainDate(birthDate);
}

/** A sample as it is told apart on its order: "-1", or its whole barcode when that is not the order's own. */
export function sampleSuffix(barcode: string, accessionNumber: string): string {
  return barcode.startsWith(`${accessionNumber}-`) ? barcode.slice(accessionNumber.length) : barcode;
}

export const SEX_WORDS: Record<PatientOnPaper["sex"], string> = {
  female: "Female",
  male: "Male",
  other: "Other",
  unknown: "Unknown",
};

export const PRIORITY_WORDS: Record<ReportContent["order"]["priority"], string> = {
  routine: "Routine",
  urgent: "Urgent",
  stat: "STAT",
};
