import { years } from "./ages";
import type { CriticalLimit } from "./shape";

/**
 * Critical limits of adults, twice: with their ages, and without any, for patients whose age is not known. Only
 * where the other ages all have their own: a limit without ages is for everybody who has no other.
 */
export function adultsOrAgeUnknown(limit: Pick<CriticalLimit, "low" | "high" | "source">): CriticalLimit[] {
  return [{ ageFrom: years(18), ...limit }, limit];
}
