import { randomInt } from "node:crypto";

/** How long two kinds of act took, in milliseconds, one value for each time. */
export type Timings = { one: number[]; other: number[] };

/**
 * Does two kinds of act in pairs, one after the other, which of them first left to chance: whatever else the
 * machine does meanwhile falls on both alike. The first tenth is not counted: code and caches warm up in it.
 */
export async function timeInPairs(
  pairs: number,
  one: (turn: number) => Promise<unknown>,
  other: (turn: number) => Promise<unknown>,
): Promise<Timings> {
  const timings: Timings = { one: [], other: [] };
  const warmUp = Math.ceil(pairs / 10);
  for (let turn = 0; turn < pairs + warmUp; turn += 1) {
    const isOneFirst = randomInt(2) === 0;
    const first = await timed(() => (isOneFirst ? one : other)(turn));
    const second = await timed(() => (isOneFirst ? other : one)(turn));
    if (turn < warmUp) continue;
    timings.one.push(isOneFirst ? first : second);
    timings.other.push(isOneFirst ? second : first);
  }
  return timings;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** What an observer can tell apart: how far the medians are from each other, and how likely chance alone is. */
export function difference({ one, other }: Timings): { medians: number; chance: number } {
  const [a, b] = [median(one), median(other)];
  return { medians: Math.abs(a - b) / Math.min(a, b), chance: kolmogorovSmirnov(one, other) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/**
 * The probability that two samples of one and the same distribution lie as far apart as these (two-sided test of
 * Kolmogorov and Smirnov, asymptotic with Stephens' correction; good from about 20 values a side).
 * @see Press et al., Numerical Recipes, 3rd ed., 14.3.3
 */
export function kolmogorovSmirnov(one: readonly number[], other: readonly number[]): number {
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  const distance = (size + 0.12 + 0.11 / size) * farthest(one, other);
  if (distance < 0.2) return 1;
  let sum = 0;
  for (let term = 1; term <= 100; term += 1) {
    sum += 2 * (term % 2 === 0 ? -1 : 1) * Math.exp(-2 * term * term * distance * distance);
  }
  return Math.min(1, Math.max(0, sum));
}

/** The largest distance between the two empirical distribution functions. */
function farthest(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((values) => [...values].sort((left, right) => left - right)) as [
    number[],
    number[],
  ];
  let far = 0;
  let [inA, inB] = [0, 0];
  for (const value of [...a, ...b].sort((left, right) => left - right)) {
    while (inA < a.length && (a[inA] ?? 0) <= value) inA += 1;
    while (inB < b.length && (b[inB] ?? 0) <= value) inB += 1;
    far = Math.max(far, Math.abs(inA / a.length - inB / b.length));
  }
  return far;
}
