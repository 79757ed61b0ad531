import { localParts } from "@/lib/core/dates";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The day of an instant on the laboratory's calendar, in full: "Friday 20 November 2026". */
export function formatLongDate(at: Date, timeZone: string): string {
  const { year, month, day } = localParts(at, timeZone);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday} ${day} ${MONTHS[month - 1]} ${year}`;
}
