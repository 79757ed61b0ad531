import { describe, expect, it } from "vitest";
import { difference, kolmogorovSmirnov, median } from "./timing";

/** Values as evenly spread as 200 can be. */
const even = Array.from({ length: 200 }, (_, index) => index);
const moved = (by: number) => even.map((value) => value + by * 200);

describe("the test of Kolmogorov and Smirnov", () => {
  it("finds chance enough in what is alike", () => {
    expect(kolmogorovSmirnov(even, even)).toBe(1);
    expect(kolmogorovSmirnov(even, moved(0.05))).toBeGreaterThan(0.9);
  });

  it("agrees with the published significance points: 5 % at 1.358, 1 % at 1.628", () => {
    // Two samples of 200 moved apart by so much are 0.13, 0.135 … apart; the statistic is that times 10.13.
    expect(kolmogorovSmirnov(even, moved(0.13))).toBeGreaterThan(0.05);
    expect(kolmogorovSmirnov(even, moved(0.135))).toBeLessThan(0.05);
    expect(kolmogorovSmirnov(even, moved(0.16))).toBeGreaterThan(0.01);
    expect(kolmogorovSmirnov(even, moved(0.165))).toBeLessThan(0.01);
  });

  it("sees one distribution that is wider than the other, where the medians say nothing", () => {
    const wide = even.map((value) => (value - 100) * 3 + 100);
    expect(difference({ one: even, other: wide })).toMatchObject({ medians: expect.closeTo(0, 1) });
    expect(kolmogorovSmirnov(even, wide)).toBeLessThan(0.001);
  });
});

it("takes the middle of an odd number of values, and between the two of an even number", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});
