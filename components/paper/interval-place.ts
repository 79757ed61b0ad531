import type { ReportedLine } from "@/lib/reports/content";

type Band = NonNullable<ReportedLine["band"]>;

/** The middle 40 % of the ruler are the interval, in every line: what leaves it is seen at once. */
const BAND_FROM = 0.3;
const BAND_TO = 0.7;
/** How fast the ruler is compressed outside: two interval widths beyond a limit are nearly at its end. */
const COMPRESSION = 1.35;
const MARGIN = 0.05;

/**
 * Where a value stands on its ruler, 0 to 1: linear inside the interval, compressed outside. With one limit only,
 * the ruler is scaled by the way from zero to that limit.
 * @returns null when there is nothing to scale by.
 */
export function placeOnRuler(value: number, { low, high }: Pick<Band, "low" | "high">): number | null {
  const [from, to] = [
    low === undefined ? 0 : Number(low),
    high === undefined ? 2 * Number(low) : Number(high),
  ];
  const width = to - from;
  if (!(width > 0) || !Number.isFinite(value)) return null;
  const share = (value - from) / width;
  const inside = BAND_FROM + share * (BAND_TO - BAND_FROM);
  if (share >= 0 && share <= 1) return inside;
  const beyond = (1 - Math.exp(-COMPRESSION * (share < 0 ? -share : share - 1))) * (BAND_FROM - MARGIN);
  return share < 0 ? BAND_FROM - beyond : BAND_TO + beyond;
}

/** Where the band itself runs: to the open edge where there is no limit. */
export function bandOnRuler({ low, high }: Pick<Band, "low" | "high">): [from: number, to: number] {
  return [low === undefined ? 0 : BAND_FROM, high === undefined ? 1 : BAND_TO];
}
