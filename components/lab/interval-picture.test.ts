import { describe, expect, it } from "vitest";
import { intervalPicture, placeInWords } from "./interval-picture";

const judged = { value: "12.5", low: "13", high: "18", flag: "L" as const };

describe("the picture of a value on its interval", () => {
  it("puts the middle of the interval in the middle and what is below it before the band", () => {
    expect(intervalPicture({ ...judged, value: "15.5", flag: "N" })).toMatchObject({
      at: 0.5,
      side: "inside",
    });
    const below = intervalPicture(judged);
    expect(below?.side).toBe("low");
    expect(below?.at).toBeLessThan(0.3);
  });

  it("draws the value before on the same ruler", () => {
    expect(intervalPicture({ ...judged, previous: "15.5" })?.previous).toBe(0.5);
    expect(intervalPicture({ ...judged, previous: "None seen" })?.previous).toBeUndefined();
  });

  it("runs the band of a one-sided interval to its open edge", () => {
    expect(intervalPicture({ ...judged, low: null, flag: "N" })?.band).toBe("to-low");
    expect(intervalPicture({ ...judged, value: "20", high: null, flag: "N" })?.band).toBe("to-high");
  });

  it("believes the flag: a critical value is drawn critical wherever it lies", () => {
    expect(intervalPicture({ ...judged, value: "14", flag: "HH" })).toMatchObject({
      side: "high",
      isCritical: true,
    });
  });

  it("has nothing to show without an interval, for words, or where a comparator leaves the side open", () => {
    expect(intervalPicture({ ...judged, low: null, high: null })).toBeNull();
    expect(intervalPicture({ ...judged, value: "None seen" })).toBeNull();
    expect(intervalPicture({ ...judged, value: "<15", flag: null })).toBeNull();
  });

  it("says the same in words", () => {
    expect(placeInWords({ band: "both", at: 0.2, side: "low" })).toBe("below the interval");
    expect(placeInWords({ band: "both", at: 0.95, side: "high", isCritical: true })).toBe("critical, high");
  });
});
