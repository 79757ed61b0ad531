import { formatDateTime } from "@/lib/core/dates";
import { houseLocale, type Locale } from "@/lib/core/locale";

/** "20 Nov 2026, 07:14 (Los Angeles time)", written as the reader writes dates, where that is known. */
export function whenIn(at: Date, timeZone: string, locale: Locale = houseLocale): string {
  return `${formatDateTime(at, timeZone, locale)} (${zoneWords(timeZone)})`;
}

/** "Los Angeles time", "UTC" */
function zoneWords(timeZone: string): string {
  // Etc/GMT+12 and its like are no places.
  if (!timeZone.includes("/") || timeZone.startsWith("Etc/")) return timeZone;
  return `${timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}
