import type { Flag } from "@/lib/core/flag";
import { parseQuantity, type Quantity } from "@/lib/core/quantity";
import { ruler } from "@/lib/core/ruler";

/** A value on its interval: places are shares of the glyph's width, 0 left, 1 right. */
export type IntervalPicture = {
  /** The band takes the middle 40 %; one-sided, it runs to the open edge. */
  band: "both" | "to-low" | "to-high";
  at: number;
  side: "inside" | "low" | "high";
  isCritical?: boolean | undefined;
  /** The value before. */
  previous?: number | null | undefined;
};

type Judged = {
  /** As typed; words have no picture. */
  value: string | null;
  low: string | null;
  high: string | null;
  flag: Flag;
  previous?: string | null | undefined;
};

/**
 * The picture of a judged value. Null when there is no interval to draw it on, when the value is no number, or
 * when its comparator leaves open on which side it lies.
 */
export function intervalPicture({ value, low, high, flag, previous }: Judged): IntervalPicture | null {
  const limits = { low, high };
  const mark = markOf(value, limits);
  if (!mark) return null;
  return {
    band: high === null ? "to-high" : low === null ? "to-low" : "both",
    // The flag is the truth: critical limits are judged by themselves, also inside the interval.
    side: flag === "LL" ? "low" : flag === "HH" ? "high" : mark.side,
    isCritical: flag === "LL" || flag === "HH",
    at: mark.at,
    previous: markOf(previous ?? null, limits)?.at,
  };
}

/** Where the value lies, in words. */
export function placeInWords({ side, isCritical }: IntervalPicture): string {
  if (side === "inside") return "inside the interval";
  if (isCritical) return side === "low" ? "critical, low" : "critical, high";
  return side === "low" ? "below the interval" : "above the interval";
}

function markOf(typed: string | null, limits: { low: string | null; high: string | null }) {
  const quantity = typed === null ? null : quantityOf(typed);
  return quantity && ruler(quantity, limits);
}

// The value was accepted with its analyte's decimals when it was entered; here it is only drawn.
const ANY_DECIMALS = 20;

function quantityOf(typed: string): Quantity | null {
  const parsed = parseQuantity(typed, { decimals: ANY_DECIMALS });
  return parsed.ok ? parsed.quantity : null;
}
