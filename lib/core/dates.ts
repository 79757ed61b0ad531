/** The calendar and the clock on the wall of a place, at one instant. Month 1–12, hour 0–23. */
export type LocalParts = { year: number; month: number; day: number; hour: number; minute: number };

// Written out: what Intl answers for a short month differs between engines ("Sept").
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const PLAIN_DATE = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a day of the calendar written `YYYY-MM-DD`: not "2026-02-29", not "2026-2-1". */
export function isRealDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day of an instant on the laboratory's calendar: "20 Nov 2026". */
export function formatDate(at: Date, timeZone: string): string {
  return dayMonthYear(localParts(at, timeZone));
}

/** The time of an instant on the laboratory's clock: "06:44". */
export function formatTime(at: Date, timeZone: string): string {
  const { hour, minute } = localParts(at, timeZone);
  return `${pad(hour)}:${pad(minute)}`;
}

/** "20 Nov 2026, 06:44" in the laboratory's zone. */
export function formatDateTime(at: Date, timeZone: string): string {
  return `${formatDate(at, timeZone)}, ${formatTime(at, timeZone)}`;
}

/**
 * A date that is a date and no instant, as a birth date: "1961-06-15" → "15 Jun 1961". No zone can shift it.
 * @throws RangeError when there is no such day.
 */
export function formatPlainDate(date: string): string {
  return dayMonthYear(plainDateParts(date));
}

/** @throws RangeError when there is no such day. */
export function plainDateParts(date: string): { year: number; month: number; day: number } {
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

function dayMonthYear({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

const pad = (part: number) => String(part).padStart(2, "0");
