import { localParts } from "@/lib/core/dates";
import { houseLocale, type Locale, writeLongDay } from "@/lib/core/locale";

/** The day of an instant on the laboratory's calendar, in full: "Friday 20 November 2026". */
export function formatLongDate(at: Date, timeZone: string, locale: Locale = houseLocale): string {
  return writeLongDay(localParts(at, timeZone), locale);
}
