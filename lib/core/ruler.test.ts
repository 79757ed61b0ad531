import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, type Quantity } from "@/lib/core/quantity";
import { ruler } from "@/lib/core/ruler";

const quantity = (text: string): Quantity => {
  const parsed = parseQuantity(text, { decimals: 6 });
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.quantity;
};
const at = (text: string, interval: { low?: string; high?: string }) => {
  const mark = ruler(quantity(text), interval);
  return mark && [Math.round(mark.at * 1000) / 1000, mark.side];
};

describe("a value on its interval", () => {
  const haemoglobin = { low: "13", high: "18" };

  it("stands in the middle 40 % when it is inside, in proportion", () => {
    expect(at("13", haemoglobin)).toEqual([0.3, "inside"]);
    expect(at("15.5", haemoglobin)).toEqual([0.5, "inside"]);
    expect(at("18", haemoglobin)).toEqual([0.7, "inside"]);
    expect(at("13.8", haemoglobin)).toEqual([0.364, "inside"]);
  });

  it("leaves the band when it is outside and never leaves the glyph", () => {
    expect(at("12.5", haemoglobin)).toEqual([0.269, "low"]);
    expect(at("18.5", haemoglobin)).toEqual([0.731, "high"]);
    expect(at("0", haemoglobin)).toEqual([0.058, "low"]);
    expect(at("99999999", haemoglobin)).toEqual([0.95, "high"]);
    expect(at("-99999999", haemoglobin)).toEqual([0.05, "low"]);
  });

  it("R8 measures a one-sided interval by its limit and lets the band run on", () => {
    expect(at("196", { high: "200" })).toEqual([0.692, "inside"]);
    expect(at("206", { high: "200" })).toEqual([0.71, "high"]);
    expect(at("0", { high: "200" })).toEqual([0.3, "inside"]);
    expect(at("60", { low: "60" })).toEqual([0.3, "inside"]);
    expect(at("90", { low: "60" })).toEqual([0.5, "inside"]);
    expect(at("59", { low: "60" })).toEqual([0.295, "low"]);
    expect(at("1000", { low: "60" })).toEqual([0.95, "inside"]);
    expect(at("0", { high: "0" })).toEqual([0.7, "inside"]);
    expect(at("1", { high: "0" })).toEqual([0.884, "high"]);
  });

  it("R8 draws nothing where there is no interval", () => {
    expect(ruler(quantity("5"), null)).toBeNull();
    expect(ruler(quantity("5"), {})).toBeNull();
    expect(ruler(quantity("5"), { low: null, high: null })).toBeNull();
  });

  it("R12 draws a value with a comparator only on the side where all of it lies", () => {
    expect(at("<0.01", { low: "0.4", high: "4" })?.[1]).toBe("low");
    expect(at(">5", { low: "0.4", high: "4" })?.[1]).toBe("high");
    expect(at("<100", { high: "200" })).toEqual([0.5, "inside"]);
    expect(at("<2", { low: "0.4", high: "4" })).toBeNull();
  });

  it("can be drawn when both limits are one number", () => {
    expect(at("5", { low: "5", high: "5" })).toEqual([0.5, "inside"]);
    expect(at("4.9", { low: "5", high: "5" })).toEqual([0.293, "low"]);
    expect(at("5.1", { low: "5", high: "5" })?.[1]).toBe("high");
  });

  it("keeps the order of values, whatever the interval", () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, fc.option(number), fc.option(number), (a, b, x, y) => {
        fc.pre(a < b && (x !== null || y !== null));
        const [low, high] = x !== null && y !== null ? [Math.min(x, y), Math.max(x, y)] : [x, y];
        const interval = {
          low: low === null ? null : String(low),
          high: high === null ? null : String(high),
        };
        const [left, right] = [ruler(quantity(String(a)), interval), ruler(quantity(String(b)), interval)];
        if (!left || !right) throw new Error("both can be drawn");
        expect(left.at).toBeLessThanOrEqual(right.at);
        for (const { at: place, side } of [left, right]) {
          expect(place).toBeGreaterThanOrEqual(0.05);
          expect(place).toBeLessThanOrEqual(0.95);
          if (side === "low") expect(place).toBeLessThanOrEqual(0.3);
          if (side === "high") expect(place).toBeGreaterThanOrEqual(0.7);
        }
      }),
    );
  });
});
