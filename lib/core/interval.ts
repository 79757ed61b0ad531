import { type Age, type AgeBound, ageKey, boundKey } from "./age";
import type { Limits } from "./placement";

export { type Flag, type JudgedValue, judge } from "./flag";
export { ruler } from "./ruler";

type Maybe<T> = T | null | undefined;

/** A reference interval. What is absent is not depended on; an absent limit is open. */
export type Interval = Limits & {
  id?: Maybe<string>;
  sex?: Maybe<"female" | "male">;
  /** Inclusive. */
  ageFrom?: Maybe<AgeBound>;
  /** Exclusive. */
  ageTo?: Maybe<AgeBound>;
  pregnant?: Maybe<boolean>;
  sampleType?: Maybe<string>;
  /** Printed as written beside the limits; nothing is judged by it. */
  text?: Maybe<string>;
};

/** Limits beyond which somebody is called. They belong to the analyte and may depend on age. */
export type CriticalLimit = Pick<Interval, "ageFrom" | "ageTo" | "low" | "high">;

/** Whose sample it was, at collection. */
export type Subject = {
  sex: "female" | "male" | "other" | "unknown";
  age: Age | null;
  pregnant: boolean | null;
  sampleType: string;
};

/**
 * The interval that applies to a person (R7), or null: "no interval", which is never "normal" (R8).
 * An unknown sex or age matches no interval that depends on it; pregnancy not recorded counts as not pregnant
 * (R6a). The database refuses overlaps; were there one all the same, the interval that depends on most wins,
 * then the one for the shorter span of ages, whatever order they come in.
 */
export function intervalFor<T extends Interval>(intervals: readonly T[], subject: Subject): T | null {
  return mostSpecific(
    intervals.filter(
      (interval) =>
        (isNone(interval.sex) || interval.sex === subject.sex) &&
        (isNone(interval.pregnant) || interval.pregnant === (subject.pregnant ?? false)) &&
        (isNone(interval.sampleType) || interval.sampleType === subject.sampleType) &&
        coversAge(interval, subject.age),
    ),
  );
}

/** The critical limits for an age. Limits for that age win over limits for every age. */
export function criticalFor<T extends CriticalLimit>(limits: readonly T[], age: Age | null): T | null {
  return mostSpecific(limits.filter((limit) => coversAge(limit, age)));
}

function coversAge({ ageFrom, ageTo }: Pick<Interval, "ageFrom" | "ageTo">, age: Age | null): boolean {
  if (isNone(ageFrom) && isNone(ageTo)) return true;
  if (age === null) return false;
  const key = ageKey(age);
  return (isNone(ageFrom) || key >= boundKey(ageFrom)) && (isNone(ageTo) || key < boundKey(ageTo));
}

function mostSpecific<T extends Interval>(candidates: readonly T[]): T | null {
  const [best] = [...candidates].sort(
    (a, b) =>
      conditions(b) - conditions(a) || ageSpan(a) - ageSpan(b) || compareText(tieBreak(a), tieBreak(b)),
  );
  return best ?? null;
}

function conditions({ sex, pregnant, sampleType, ageFrom, ageTo }: Interval): number {
  return [sex, pregnant, sampleType, ageFrom ?? ageTo].filter((condition) => !isNone(condition)).length;
}

function ageSpan({ ageFrom, ageTo }: Interval): number {
  const from = isNone(ageFrom) ? 0 : boundKey(ageFrom);
  return isNone(ageTo) ? Number.MAX_SAFE_INTEGER - from : boundKey(ageTo) - from;
}

function tieBreak({ id, sex, pregnant, sampleType, low, high, text }: Interval): string {
  return JSON.stringify([id, pregnant, sex, sampleType, low, high, text]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
