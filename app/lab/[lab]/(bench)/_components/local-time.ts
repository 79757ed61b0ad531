import { isRealDate, localParts } from "@/lib/core/dates";

const MINUTE_MS = 60_000;

/** A day and a time as they stand in two fields: "2026-11-20" and "06:44". */
export type DayAndTime = { day: string; time: string };

/** What the laboratory's calendar and clock show at an instant. */
export function dayAndTime(at: Date, timeZone: string): DayAndTime {
  const { year, month, day, hour, minute } = localParts(at, timeZone);
  const two = (part: number) => String(part).padStart(2, "0");
  return {
    day: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${two(minute)}`,
  };
}

/**
 * The instant at which the laboratory's calendar and clock show a day and a time. An hour that comes twice is the
 * first of the two; one that the clock leaves out is read as if it had not been put forward.
 * @returns null for what is no day, or no time of one.
 */
export function instantOf({ day, time }: DayAndTime, timeZone: string): Date | null {
  if (!isRealDate(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // Offsets change by the hour or half of it: those a day before and after are all that can be in force.
  const offsets = [-1, 1].map((days) => offsetAt(new Date(asUtc + days * 24 * 60 * MINUTE_MS), timeZone));
  const candidates = offsets.map((offset) => new Date(asUtc - offset)).sort((a, b) => Number(a) - Number(b));
  const wanted = `${day} ${time}`;
  const exact = candidates.find((at) => {
    const shown = dayAndTime(at, timeZone);
    return `${shown.day} ${shown.time}` === wanted;
  });
  return exact ?? candidates.at(-1) ?? null;
}

/** How far the clock on the wall is ahead of UTC, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const { day, time } = dayAndTime(at, timeZone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
}
