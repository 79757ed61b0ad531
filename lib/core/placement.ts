import { compareDecimals, type Quantity } from "./quantity";

/** A pair of limits as plain decimals. An absent one is open. */
export type Limits = { low?: string | null | undefined; high?: string | null | undefined };

/** How a quantity, with all that its comparator lets it mean, lies to a pair of limits. */
export type Placement = "below" | "above" | "inside" | "unsure";

/**
 * Limits belong to the interval: a value equal to one is inside. A value with a comparator is placed only when
 * everything it can mean lies on one side (R12): "<5" against 3–10 is unsure. Nothing here knows that a quantity
 * cannot be negative, so "<3" against 0–14 is unsure too: an interval that means "up to 14" has no low limit.
 */
export function place(quantity: Quantity, limits: Limits): Placement {
  const low = limits.low ?? null;
  const high = limits.high ?? null;
  if (low !== null && isBelow(quantity, low)) return "below";
  if (high !== null && isAbove(quantity, high)) return "above";
  const reachesDown = low !== null && !isAtLeast(quantity, low);
  const reachesUp = high !== null && !isAtMost(quantity, high);
  return reachesDown || reachesUp ? "unsure" : "inside";
}

/** True when there is a limit to be placed by. */
export function hasLimits({ low, high }: Limits): boolean {
  return (low ?? null) !== null || (high ?? null) !== null;
}

function isBelow({ comparator, digits }: Quantity, limit: string): boolean {
  const order = compareDecimals(digits, limit);
  if (comparator === "<") return order <= 0;
  return (comparator === "=" || comparator === "≤") && order < 0;
}

function isAbove({ comparator, digits }: Quantity, limit: string): boolean {
  const order = compareDecimals(digits, limit);
  if (comparator === ">") return order >= 0;
  return (comparator === "=" || comparator === "≥") && order > 0;
}

function isAtLeast({ comparator, digits }: Quantity, limit: string): boolean {
  return comparator !== "<" && comparator !== "≤" && compareDecimals(digits, limit) >= 0;
}

function isAtMost({ comparator, digits }: Quantity, limit: string): boolean {
  return comparator !== ">" && comparator !== "≥" && compareDecimals(digits, limit) <= 0;
}
