import { localDateToday, localParts } from "@/lib/core/dates";
import type { ArrivalRow } from "./repository";
import type { Arrivals } from "./schema";

const WEEK_MS = 7 * 24 * 3_600_000;

/** Today's arrivals beside what is usual on this weekday: the median of the weeks that the laboratory has known. */
export function presentArrivals(
  rows: readonly ArrivalRow[],
  { now, timeZone, first, weeksMax }: { now: Date; timeZone: string; first: Date | null; weeksMax: number },
): Arrivals {
  const of = (week: number) =>
    HOURS.map((hour) => rows.find((row) => row.weeksAgo === week && row.hour === hour)?.samples ?? 0);
  const weeks = weeksKnown(now, timeZone, first, weeksMax);
  const earlier = weeks.map(of);
  return {
    hour: localParts(now, timeZone).hour,
    today: of(0),
    usual:
      earlier.length === 0
        ? null
        : {
            weeks: earlier.length,
            byHour: HOURS.map((hour) => median(earlier.map((day) => day[hour] ?? 0))),
          },
  };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A week counts when the laboratory was at work before its day: a day without samples is a day with none. */
function weeksKnown(now: Date, timeZone: string, first: Date | null, weeksMax: number): number[] {
  if (!first) return [];
  const begun = localDateToday(first, timeZone);
  return Array.from({ length: weeksMax }, (_, index) => index + 1).filter(
    (week) => localDateToday(new Date(now.getTime() - week * WEEK_MS), timeZone) >= begun,
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
