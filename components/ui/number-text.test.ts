import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsIn, splitNumber } from "./number-text";

describe("a number in a column", () => {
  it("parts at the point and keeps trailing zeros, because they say how well it was measured", () => {
    expect(splitNumber("5.40")).toEqual({ whole: "5", fraction: ".40" });
    expect(splitNumber("105600")).toEqual({ whole: "105\u00a0600", fraction: "" });
  });

  it("keeps the comparator and the minus with the whole part", () => {
    expect(splitNumber("≤0.01")).toEqual({ whole: "≤0", fraction: ".01" });
    expect(splitNumber("-12345.6")).toEqual({ whole: "\u221212\u00a0345", fraction: ".6" });
  });

  it("leaves words and ratios alone", () => {
    expect(splitNumber("None seen")).toBeNull();
    expect(splitNumber("1:40")).toBeNull();
    expect(splitNumber("")).toBeNull();
  });

  it("is aligned by the widest fraction, words not counting", () => {
    expect(decimalsIn(["4.41", "12.5", "41", "None seen"])).toBe(2);
    expect(decimalsIn([])).toBe(0);
  });

  it("never changes a figure", () => {
    const written = fc.tuple(fc.constantFrom("", "<", "≥"), fc.nat(), fc.stringMatching(/^(\.\d{1,4})?$/));
    fc.assert(
      fc.property(written, ([sign, whole, rest]) => {
        const parts = splitNumber(`${sign}${whole}${rest}`);
        expect(`${parts?.whole}${parts?.fraction}`.replaceAll("\u00a0", "")).toBe(`${sign}${whole}${rest}`);
      }),
    );
  });
});
