import { formatDateTime } from "@/lib/core/dates";

/** "20 Nov 2026, 07:14, America/Los Angeles time". */
export function whenIn(at: Date, timeZone: string): string {
  return `${formatDateTime(at, timeZone)}, ${timeZone.replaceAll("_", " ")} time`;
}
