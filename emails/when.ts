import { formatDateTime } from "@/lib/core/dates";
import { houseLocale, type Locale } from "@/lib/core/locale";

/** "20 Nov 2026, 07:14, America/Los Angeles time", written as the reader writes dates, where that is known. */
export function whenIn(at: Date, timeZone: string, locale: Locale = houseLocale): string {
  return `${formatDateTime(at, timeZone, locale)}, ${timeZone.replaceAll("_", " ")} time`;
}
