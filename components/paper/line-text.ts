import { groupDigits } from "@/lib/core/digits";
import type { ReportedLine } from "@/lib/reports/content";

export const NO_INTERVAL = "no interval";

/** True for a line that has a value to judge and print. */
export function hasValue(line: ReportedLine): line is ReportedLine & { value: string } {
  return line.state === "released" && line.value !== null && !line.notReported;
}

/** The value as it is printed; words where there is none. */
export function valueText(line: ReportedLine): string {
  if (line.state === "released") return hasValue(line) ? groupDigits(line.value) : "Not reported";
  const word = line.state === "pending" ? "Pending" : "Cancelled";
  return line.pendingReason ? `${word}: ${line.pendingReason}` : word;
}

/** "HH critical". N and none print nothing: an empty cell is quieter than a letter on every line. */
export function flagText({ flag, flagWords, state }: ReportedLine): string {
  if (!flag || flag === "N" || state !== "released") return "";
  return flagWords.startsWith(flag) ? flagWords : `${flag} ${flagWords}`.trim();
}

/** The limits a value was judged by: "13 – 18", "≤ 200", "≥ 60". A limit belongs to its interval. */
export function limitsText({ band }: ReportedLine): string {
  const [low, high] = [band?.low, band?.high].map((limit) => limit && groupDigits(limit));
  if (low && high) return `${low} – ${high}`;
  if (low) return `≥ ${low}`;
  return high ? `≤ ${high}` : "";
}

/** What stands in the interval column: the text itself, or the limits when the text is said in words. */
export function intervalCell(line: ReportedLine): string {
  if (isWrittenInterval(line)) return limitsText(line);
  return line.intervalText.replace(/(?<![\d.])\d{5,}/g, groupDigits).replace(/(?<!\w)-(?=\d)/g, "−");
}

/** True for an interval in the catalogue's own words: it is printed as written, under its limits (R8). */
export function isWrittenInterval({ intervalText }: ReportedLine): boolean {
  return intervalText !== NO_INTERVAL && (/\p{L}/u.test(intervalText) || intervalText.length > 22);
}
