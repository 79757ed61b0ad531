import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Flag, type JudgedValue, judge } from "@/lib/core/flag";
import type { Limits } from "@/lib/core/placement";
import { parseQuantity, type Quantity } from "@/lib/core/quantity";

const quantity = (text: string): Quantity => {
  const parsed = parseQuantity(text, { decimals: 6 });
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.quantity;
};
const numeric = (text: string): JudgedValue => ({ kind: "numeric", quantity: quantity(text) });
const haemoglobin = { low: "13", high: "18" };
const callAt = { low: "7", high: "20" };

describe("the flag of a number", () => {
  it.each<[string, Limits | null, Limits | null, Flag]>([
    ["12.9", haemoglobin, null, "L"],
    ["13", haemoglobin, null, "N"],
    ["13.0", haemoglobin, null, "N"],
    ["15.5", haemoglobin, null, "N"],
    ["18", haemoglobin, null, "N"],
    ["18.1", haemoglobin, null, "H"],
    ["7", haemoglobin, callAt, "L"],
    ["6.9", haemoglobin, callAt, "LL"],
    ["20", haemoglobin, callAt, "H"],
    ["20.01", haemoglobin, callAt, "HH"],
    ["-3", { low: "-2", high: "2" }, null, "L"],
    ["-2.00", { low: "-2", high: "2" }, null, "N"],
  ])("R12 judges %s", (text, interval, critical, flag) => {
    expect(judge(numeric(text), interval, critical)).toBe(flag);
  });

  it("R12 judges critical limits also where no interval applies", () => {
    expect(judge(numeric("6"), null, callAt)).toBe("LL");
    expect(judge(numeric("21"), null, callAt)).toBe("HH");
    expect(judge(numeric("15"), null, callAt)).toBeNull();
  });

  it("R8 never calls a value normal when there is no interval", () => {
    expect(judge(numeric("15"), null, null)).toBeNull();
    expect(judge(numeric("15"), {}, null)).toBeNull();
    expect(judge(numeric("15"), { low: null, high: null }, callAt)).toBeNull();
  });

  it("R8 flags a one-sided interval on its one side", () => {
    expect(judge(numeric("201"), { high: "200" }, null)).toBe("H");
    expect(judge(numeric("200"), { high: "200" }, null)).toBe("N");
    expect(judge(numeric("0"), { high: "200" }, null)).toBe("N");
    expect(judge(numeric("59"), { low: "60" }, null)).toBe("L");
    expect(judge(numeric("600"), { low: "60" }, null)).toBe("N");
  });

  it.each<[string, Limits, Limits | null, Flag]>([
    ["<0.01", { low: "0.4", high: "4" }, null, "L"],
    ["<0.4", { low: "0.4", high: "4" }, null, "L"],
    ["≤0.4", { low: "0.4", high: "4" }, null, null],
    ["≤0.39", { low: "0.4", high: "4" }, null, "L"],
    ["<5", { low: "3", high: "10" }, null, null],
    [">200", { low: "10", high: "150" }, null, "H"],
    [">150", { low: "10", high: "150" }, null, "H"],
    ["≥150", { low: "10", high: "150" }, null, null],
    ["≥150.1", { low: "10", high: "150" }, null, "H"],
    [">100", { low: "10", high: "150" }, null, null],
    ["<5", { high: "10" }, null, "N"],
    ["≤10", { high: "10" }, null, "N"],
    ["<12", { high: "10" }, null, null],
    [">90", { low: "60" }, null, "N"],
    ["≥60", { low: "60" }, null, "N"],
    [">50", { low: "60" }, null, null],
    ["<6", { low: "13", high: "18" }, callAt, "LL"],
    ["<7", { low: "13", high: "18" }, callAt, "LL"],
    ["<10", { low: "13", high: "18" }, callAt, "L"],
    [">20", { low: "13", high: "18" }, callAt, "HH"],
    [">19", { low: "13", high: "18" }, callAt, "H"],
    ["<5", { high: "10" }, { low: "2" }, null],
    [">90", { low: "60" }, { high: "500" }, null],
  ])(
    "R12 flags %s only when all it can mean lies on that side (%j, critical %j)",
    (text, interval, critical, flag) => {
      expect(judge(numeric(text), interval, critical)).toBe(flag);
    },
  );
});

describe("the flag of what is not a number", () => {
  it("R12 marks a coded value abnormal or not", () => {
    expect(judge({ kind: "coded", abnormal: true }, null, null)).toBe("A");
    expect(judge({ kind: "coded", abnormal: false }, null, null)).toBe("N");
  });

  it("R12 marks a text only as the person marked it", () => {
    expect(judge({ kind: "text", abnormal: true }, null, null)).toBe("A");
    expect(judge({ kind: "text", abnormal: false }, null, null)).toBe("N");
    expect(judge({ kind: "text", abnormal: undefined }, null, null)).toBeNull();
  });
});

describe("flags in general", () => {
  const limit = fc.integer({ min: -50, max: 50 });
  const someLimits = fc.record({
    low: fc.option(limit.map(String)),
    high: fc.option(limit.map(String)),
  });
  const comparator = fc.constantFrom("<", "≤", "=", "≥", ">");

  it("R12 a flag of a value with a comparator holds for every number it can mean", () => {
    fc.assert(
      fc.property(
        comparator,
        limit,
        someLimits,
        someLimits,
        fc.nat({ max: 400 }),
        (sign, bound, interval, critical, far) => {
          fc.pre(
            [
              interval,
              critical,
              { low: interval.low, high: critical.high },
              { low: critical.low, high: interval.high },
            ].every(inOrder),
          );
          const typed = quantity(sign === "=" ? String(bound) : `${sign}${bound}`);
          const flag = judge({ kind: "numeric", quantity: typed }, interval, critical);
          fc.pre(flag !== null);
          // Tenths of steps away from the bound, on the side that the comparator allows.
          const away = sign === "=" ? 0 : sign === "≤" || sign === "≥" ? far : far + 1;
          const tenths = bound * 10 + (sign === "<" || sign === "≤" ? -away : away);
          const meant = judge(numeric((tenths / 10).toFixed(1)), interval, critical);
          const also: Record<string, Flag[]> = { L: ["L", "LL"], H: ["H", "HH"] };
          expect(also[flag ?? ""] ?? [flag]).toContain(meant);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("R12 never falls from high to low as the value rises", () => {
    const rank = { LL: 0, L: 1, N: 2, H: 3, HH: 4 };
    fc.assert(
      fc.property(limit, limit, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          judge(numeric(String(value)), { low: "-10", high: "10" }, { low: "-20", high: "20" }),
        );
        if (!less || !more || less === "A" || more === "A") throw new Error("numbers have numeric flags");
        expect(rank[less]).toBeLessThanOrEqual(rank[more]);
      }),
    );
  });
});

function inOrder({ low, high }: { low: string | null; high: string | null }): boolean {
  return low === null || high === null || Number(low) <= Number(high);
}
