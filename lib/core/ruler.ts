import { hasLimits, type Limits, place } from "./placement";
import type { Quantity } from "./quantity";

/** Where a value stands on the interval glyph: 0 is its left end, 1 its right. */
export type RulerMark = { at: number; side: "inside" | "low" | "high" };

const BAND_START = 0.3;
const BAND_END = 0.7;
const MARGIN = 0.05;
/** In widths of the interval: so far out, a value has gone about two thirds of the way to the margin. */
const COMPRESSION = 0.75;

/**
 * The place of a value on its interval. The band is always the middle 40 %: linear inside, compressed outside, so
 * that a column of glyphs is one ruler. A one-sided interval is measured by its limit (from 0 to a high one, from
 * a low one to its double) and its band runs on to the open edge. For drawing only; flags come from `judge`.
 * @returns null when there is no limit to draw, or a comparator leaves open on which side the value lies.
 */
export function ruler(value: Quantity, interval: Limits | null): RulerMark | null {
  if (!interval || !hasLimits(interval)) return null;
  const placement = place(value, interval);
  if (placement === "unsure") return null;
  const side = placement === "below" ? "low" : placement === "above" ? "high" : "inside";
  const at = positionOf(Number(value.digits), bandOf(interval));
  return { at: Math.min(Math.max(at, MARGIN), 1 - MARGIN), side };
}

type Band = { start: number; width: number; end: number };

function bandOf(interval: Limits): Band {
  const low = numberOf(interval.low);
  const high = numberOf(interval.high);
  if (low !== null && high !== null && high > low) return { start: low, width: high - low, end: high };
  // One limit, or two that are equal: the limit itself is the measure.
  const limit = high ?? low ?? 0;
  const width = Math.abs(limit) || 1;
  if (low !== null && high !== null) return { start: limit, width, end: limit };
  const start = high === null ? limit : limit - width;
  return { start, width, end: start + width };
}

function positionOf(value: number, { start, width, end }: Band): number {
  if (value < start) return BAND_START - compressed((start - value) / width);
  if (value > end) return BAND_END + compressed((value - end) / width);
  const share = end > start ? (value - start) / (end - start) : 0.5;
  return BAND_START + share * (BAND_END - BAND_START);
}

function compressed(widthsBeyond: number): number {
  return (BAND_START - MARGIN) * (1 - Math.exp(-widthsBeyond / COMPRESSION));
}

function numberOf(limit: string | null | undefined): number | null {
  return limit === null || limit === undefined ? null : Number(limit);
}
