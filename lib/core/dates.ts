import {
  type CalendarDay,
  houseLocale,
  type Locale,
  type LocalParts,
  writeBoth,
  writeDay,
  writeTime,
} from "./locale";

const PLAIN_DATE = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a day of the calendar written `YYYY-MM-DD`: not "2026-02-29", not "2026-2-1". */
export function isRealDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day of an instant on the laboratory's calendar: "20 Nov 2026". */
export function formatDate(at: Date, timeZone: string, locale: Locale = houseLocale): string {
  return writeDay(localParts(at, timeZone), locale);
}

/** The time of an instant on the laboratory's clock: "06:44". */
export function formatTime(at: Date, timeZone: string): string {
  return writeTime(localParts(at, timeZone));
}

/** "20 Nov 2026, 06:44" in the laboratory's zone. */
export function formatDateTime(at: Date, timeZone: string, locale: Locale = houseLocale): string {
  return writeBoth(localParts(at, timeZone), locale);
}

/**
 * A date that is a date and no instant, as a birth date: "1961-06-15" → "15 Jun 1961". No zone can shift it, and it is written
 * alike for everybody: what stands on a screen is compared with a label.
 * @throws RangeError when there is no such day.
 */
export function formatPlainDate(date: string): string {
  return writeDay(plainDateParts(date), houseLocale);
}

/** @throws RangeError when there is no such day. */
export function plainDateParts(date: string): CalendarDay {
  if (!isRealDate(date)) throw new RangeError(`"${date}" is not a date of the form YYYY-MM-DD.`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** Today, `YYYY-MM-DD`, where the laboratory is. */
export function localDateToday(now: Date, timeZone: string): string {
  const { year, month, day } = localParts(now, timeZone);
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** True for a zone by its name ("Europe/Berlin", "UTC"). An offset ("+02:00") knows no summer time: refused. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(text)) return false;
  try {
    formatterFor(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What calendar and clock in `timeZone` show at an instant, in the Gregorian calendar.
 * @throws RangeError for an unknown zone or an invalid date.
 */
export function localParts(at: Date, timeZone: string): LocalParts {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of formatterFor(timeZone).formatToParts(at)) {
    if (isShown(type)) shown[type] = Number(value);
  }
  return shown;
}

const isShown = (type: string): type is keyof LocalParts =>
  type === "year" || type === "month" || type === "day" || type === "hour" || type === "minute";

// Making a formatter is a hundred times as dear as using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

const pad = (part: number) => String(part).padStart(2, "0");
