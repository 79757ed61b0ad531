import { localParts, plainDateParts } from "./dates";

/** Age by the calendar: whole years, then months, then days, then hours of the day. Hours run 0–23. */
export type Age = { years: number; months: number; days: number; hours: number };

/** Where an age-dependent interval begins (inclusive) or ends (exclusive). `a` is years, as in UCUM. */
export type AgeBound = { value: number; unit: "h" | "d" | "mo" | "a" };

const MONTHS_A_YEAR = 12;
const DAYS_A_MONTH = 31;
const HOURS_A_DAY = 24;
/** The shortest month: a bound in days beyond it would stand at another point for each person. */
const DAYS_IN_A_BOUND = 28;

/**
 * Age at an instant, by the laboratory's calendar (R1). A birth date has no zone: it is the day named, wherever
 * it is read. The hour of birth is not known, so hours count from midnight of the birth date on the clock of the
 * wall: a change to summer time makes nobody older. Born on the 31st (or 29 February), a month is full on the
 * first day after a month that is too short.
 * @returns null when the birth date or the instant is not known, or the instant lies before the birth date.
 * @throws RangeError when the birth date is not a real date.
 */
export function ageAt(birthDate: string | null, at: Date | null, timeZone: string): Age | null {
  if (birthDate === null || at === null) return null;
  const born = plainDateParts(birthDate);
  const now = localParts(at, timeZone);

  const monthsByName = (now.year - born.year) * MONTHS_A_YEAR + now.month - born.month;
  const months = now.day < born.day ? monthsByName - 1 : monthsByName;
  if (months < 0) return null;

  return {
    years: Math.floor(months / MONTHS_A_YEAR),
    months: months % MONTHS_A_YEAR,
    days: now.day < born.day ? daysSinceLastMonthday(born.day, now) : now.day - born.day,
    hours: now.hour,
  };
}

/** One number that orders ages, the same that age ranges in the database are made of. */
export function ageKey({ years, months, days, hours }: Age): number {
  return ((years * MONTHS_A_YEAR + months) * DAYS_A_MONTH + days) * HOURS_A_DAY + hours;
}

/**
 * The place of a bound among `ageKey`s.
 * @throws RangeError for a bound that `ageBoundProblem` names a problem of.
 */
export function boundKey(bound: AgeBound): number {
  const problem = ageBoundProblem(bound);
  if (problem) throw new RangeError(problem);
  switch (bound.unit) {
    case "h":
      return ageKey({ years: 0, months: 0, days: 0, hours: bound.value });
    case "d":
      return ageKey({ years: 0, months: 0, days: bound.value, hours: 0 });
    case "mo":
      return ageKey({ years: 0, months: bound.value, days: 0, hours: 0 });
    case "a":
      return ageKey({ years: bound.value, months: 0, days: 0, hours: 0 });
  }
}

/** What is wrong with a bound, in words for whoever sets it up, or null. */
export function ageBoundProblem({ value, unit }: AgeBound): string | null {
  if (!Number.isInteger(value) || value < 0) return "An age bound is a whole number, not below zero.";
  if (unit === "d" && value >= DAYS_IN_A_BOUND) return "From 28 days on, give the age in months.";
  if (unit === "h" && value >= DAYS_IN_A_BOUND * HOURS_A_DAY)
    return "From 28 days on, give the age in months.";
  if (unit === "mo" && value > 200 * MONTHS_A_YEAR) return "An age bound is at most 200 years.";
  if (unit === "a" && value > 200) return "An age bound is at most 200 years.";
  return null;
}

/**
 * Age as it is said at the bench: hours for the first two days, days up to the first month, months up to two
 * years, then years. "30 hours", "9 days", "14 months", "65 years"; "age unknown" for none.
 */
export function formatAge(age: Age | null): string {
  if (age === null) return "age unknown";
  const months = age.years * MONTHS_A_YEAR + age.months;
  if (months >= 2 * MONTHS_A_YEAR) return counted(age.years, "year");
  if (months > 0) return counted(months, "month");
  if (age.days >= 2) return counted(age.days, "day");
  return counted(age.days * HOURS_A_DAY + age.hours, "hour");
}

function counted(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

/** Days since the day in the month before `now` that stands for the birthday, or that month's last day. */
function daysSinceLastMonthday(birthday: number, now: { year: number; month: number; day: number }): number {
  const daysInLastMonth = new Date(Date.UTC(2000 + (now.year % 400), now.month - 1, 0)).getUTCDate();
  return now.day + daysInLastMonth - Math.min(birthday, daysInLastMonth);
}
