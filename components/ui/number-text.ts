import { groupDigits } from "@/lib/core/digits";

/** A number in the parts a column aligns: `≤105 600` and `.50`. */
export type NumberText = { whole: string; fraction: string };

/** Takes a typed value apart at its point, rounding nothing. Null when it is no number ("None seen"). */
export function splitNumber(typed: string): NumberText | null {
  const match = /^([<>≤≥]? *[-−+]?\d[\d\u00a0]*)(\.\d+)?$/.exec(groupDigits(typed.trim()));
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return { whole, fraction };
}

/** How many figures the widest of these values has behind its point: what their column is aligned by. */
export function decimalsIn(column: readonly string[]): number {
  return Math.max(0, ...column.map((typed) => (splitNumber(typed)?.fraction.length ?? 0) - 1));
}
