import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOnRuler, placeOnRuler } from "./interval-place";

describe("a value on its interval", () => {
  it("gives the interval the middle 40 % of the ruler", () => {
    expect(placeOnRuler(13, { low: "13", high: "18" })).toBeCloseTo(0.3);
    expect(placeOnRuler(18, { low: "13", high: "18" })).toBeCloseTo(0.7);
    expect(placeOnRuler(15.5, { low: "13", high: "18" })).toBeCloseTo(0.5);
    expect(bandOnRuler({ low: "13", high: "18" })).toEqual([0.3, 0.7]);
  });

  it("lets the band run to the edge where there is no limit", () => {
    expect(bandOnRuler({ high: "200" })).toEqual([0, 0.7]);
    expect(bandOnRuler({ low: "60" })).toEqual([0.3, 1]);
    expect(placeOnRuler(196, { high: "200" })).toBeCloseTo(0.692);
    expect(placeOnRuler(45, { low: "60" })).toBeLessThan(0.3);
  });

  it("has no place where there is nothing to scale by", () => {
    expect(placeOnRuler(1, { high: "0" })).toBeNull();
    expect(placeOnRuler(Number.NaN, { low: "1", high: "2" })).toBeNull();
  });

  it("keeps to the ruler and to the order of the values", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [Math.min(a, b), Math.max(a, b)].map((each) =>
          placeOnRuler(each, { low: "4.3", high: "6.2" }),
        );
        expect(x).toBeGreaterThan(0.049);
        expect(y).toBeLessThan(0.951);
        expect(x).toBeLessThanOrEqual(y ?? 0);
      }),
    );
  });
});
