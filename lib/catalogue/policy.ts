import { type AgeBound, boundKey } from "@/lib/core/age";
import type { CriticalLimit, Interval } from "@/lib/core/interval";
import { Problem } from "@/lib/core/problem";

/** The interval that some person would have beside the new one (R7), or null. */
export function clashingInterval<T extends Interval>(living: readonly T[], added: Interval): T | null {
  return (
    living.find(
      (interval) =>
        meets(interval.sex, added.sex) &&
        meets(interval.pregnant, added.pregnant) &&
        meets(interval.sampleType, added.sampleType) &&
        agesMeet(interval, added),
    ) ?? null
  );
}

/**
 * The first of a set of critical limits that another one of them speaks for too, by its place; -1 for none. One
 * without ages may stand beside those with ages: it is for everybody else, and for patients of unknown age.
 */
export function clashingLimit(limits: readonly CriticalLimit[]): number {
  return limits.findIndex((limit, place) =>
    limits.slice(0, place).some((other) => hasAges(limit) === hasAges(other) && agesMeet(limit, other)),
  );
}

type Ages = Pick<Interval, "ageFrom" | "ageTo">;

const from = ({ ageFrom }: Ages) => (ageFrom ? boundKey(ageFrom) : 0);
const to = ({ ageTo }: Ages) => (ageTo ? boundKey(ageTo) : Number.POSITIVE_INFINITY);
const hasAges = ({ ageFrom, ageTo }: Ages) => (ageFrom ?? ageTo ?? null) !== null;
const agesMeet = (a: Ages, b: Ages) => from(a) < to(b) && from(b) < to(a);
const meets = <T>(a: T | null | undefined, b: T | null | undefined) =>
  (a ?? null) === null || (b ?? null) === null || a === b;

/** Whom an interval is for and what it says, in words: "females from 18 years (11.7 – 15.3)". */
export function intervalInWords(interval: Interval): string {
  const who = interval.sex ? `${interval.sex}s` : "everyone";
  const pregnant = interval.pregnant ? ", pregnant" : interval.pregnant === false ? ", not pregnant" : "";
  const sample = interval.sampleType ? `, in ${interval.sampleType}` : "";
  return `${who} ${agesInWords(interval)}${pregnant}${sample} (${limitsInWords(interval)})`;
}

function limitsInWords({ low, high, text }: Interval): string {
  if (low && high) return `${low} – ${high}`;
  if (low) return `from ${low}`;
  if (high) return `up to ${high}`;
  return text ?? "";
}

function agesInWords({ ageFrom, ageTo }: Ages): string {
  if (ageFrom && ageTo) return `from ${ageInWords(ageFrom)} to ${ageInWords(ageTo)}`;
  if (ageFrom) return `from ${ageInWords(ageFrom)}`;
  if (ageTo) return `below ${ageInWords(ageTo)}`;
  return "of every age";
}

const UNITS = { h: "hour", d: "day", mo: "month", a: "year" };

function ageInWords({ value, unit }: AgeBound): string {
  return `${value} ${UNITS[unit]}${value === 1 ? "" : "s"}`;
}

/** A group of people who share everything an interval can depend on but their age. */
type Group = { who: string; ages?: Ages } & Required<Pick<Interval, "sex" | "pregnant" | "sampleType">>;

// Intervals for pregnancy are not missed where nobody is pregnant.
const CHILDBEARING: Ages = { ageFrom: { value: 10, unit: "a" }, ageTo: { value: 60, unit: "a" } };

/**
 * Who has no interval of an analyte that has some, as sentences (R7): "No interval for males below 18 years."
 * A person of unknown age or sex has none wherever intervals depend on it; that is no gap.
 */
export function gapsBetween(living: readonly Interval[]): string[] {
  if (living.length === 0) return [];
  const named = [...new Set(living.flatMap((interval) => interval.sampleType ?? []))];
  const looked = living.some((interval) => (interval.sampleType ?? null) === null)
    ? [...named, OTHER]
    : named;
  return looked.flatMap((sampleType) => {
    const groups = groupsFor(living, sampleType).map((group) => ({ ...group, gaps: gapsOf(group, living) }));
    const [females, males, ...rest] = groups;
    if (females && males && females.gaps.join() === males.gaps.join()) {
      return [{ ...females, who: females.who.replace("females", "everyone") }, ...rest].flatMap(sentences);
    }
    return groups.flatMap(sentences);
  });
}

/** Any sample that no interval names: no code is empty. */
const OTHER = "";

function groupsFor(living: readonly Interval[], sampleType: string): Group[] {
  const isOnly = living.every((interval) => (interval.sampleType ?? null) === null);
  const where = isOnly ? "" : sampleType === OTHER ? " in other samples" : ` in ${sampleType}`;
  const groups: Group[] = [
    { who: `females${where}`, sex: "female", pregnant: false, sampleType },
    { who: `males${where}`, sex: "male", pregnant: false, sampleType },
  ];
  if (living.some((interval) => (interval.pregnant ?? null) !== null)) {
    groups.push({
      ...{ who: `pregnant females${where}`, sex: "female", pregnant: true, sampleType, ages: CHILDBEARING },
    });
  }
  return groups;
}

/** The ages nobody speaks for, in words. */
function gapsOf(group: Group, living: readonly Interval[]): string[] {
  const theirs = living.filter(
    (interval) =>
      meets(interval.sex, group.sex) &&
      meets(interval.pregnant, group.pregnant) &&
      meets(interval.sampleType, group.sampleType),
  );
  const end = group.ages?.ageTo ?? null;
  let reached: AgeBound | null = group.ages?.ageFrom ?? null;
  const gaps: string[] = [];
  for (const interval of theirs.sort((a, b) => from(a) - from(b))) {
    if (from(interval) > from({ ageFrom: reached })) {
      gaps.push(agesInWords({ ageFrom: reached, ageTo: earlier(interval.ageFrom, end) }));
    }
    if (!interval.ageTo) return gaps;
    if (to(interval) > from({ ageFrom: reached })) reached = interval.ageTo;
    if (end && to(interval) >= boundKey(end)) return gaps;
  }
  return [...gaps, agesInWords({ ageFrom: reached, ageTo: end })];
}

function earlier(a: AgeBound | null | undefined, b: AgeBound | null): AgeBound | null {
  if (!a || !b) return a ?? b;
  return boundKey(a) < boundKey(b) ? a : b;
}

function sentences({ who, gaps }: Group & { gaps: string[] }): string[] {
  return gaps.map((ages) => `No interval for ${who} ${ages}.`);
}

/** @throws Problem "illegal_move" for what is retired: it is read, it no longer changes. */
export function refuseRetired(noun: string, { retiredAt }: { retiredAt: Date | null }): void {
  if (retiredAt === null) return;
  throw new Problem("illegal_move", `This ${noun} is retired: it can be read and no longer changes.`);
}

/**
 * Why the unit of an analyte cannot change now, or null: limits in the old unit would judge values in the new one.
 */
export function whyUnitStays(
  living: { intervals: number; limits: number },
  unit: string | null,
): string | null {
  if (living.intervals + living.limits === 0) return null;
  const inUnit = unit === null ? "" : ` in ${unit}`;
  return `Its reference intervals and critical limits are${inUnit}. Remove them first, then change the unit.`;
}

/** @throws Problem "illegal_move" while something that is sold is made of it. */
export function refuseUsed(noun: string, user: string, codes: readonly string[]): void {
  if (codes.length === 0) return;
  const [of, them] = codes.length === 1 ? [`the ${user}`, "it"] : [`the ${user}s`, "them"];
  throw new Problem(
    "illegal_move",
    `This ${noun} is part of ${of} ${codes.join(", ")}. Take it out of ${them} first, then retire it.`,
  );
}
