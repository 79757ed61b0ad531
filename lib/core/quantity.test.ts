import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals, isPlainDecimal, parseQuantity } from "@/lib/core/quantity";

const parse = (text: string, decimals = 2) => parseQuantity(text, { decimals });
const reason = (text: string, decimals = 2) => {
  const parsed = parse(text, decimals);
  return parsed.ok ? `accepted as ${parsed.quantity.digits}` : parsed.reason;
};

describe("a typed value", () => {
  it.each([
    ["5.4", "=", "5.4", "5.4"],
    [" 5.40 ", "=", "5.4", "5.40"],
    ["<0.01", "<", "0.01", "<0.01"],
    ["> 200", ">", "200", "> 200"],
    ["<=5", "≤", "5", "≤5"],
    [">=5", "≥", "5", "≥5"],
    ["≤0.5", "≤", "0.5", "≤0.5"],
    ["≥0.50", "≥", "0.5", "≥0.50"],
    ["-2.0", "=", "-2", "-2.0"],
    ["−2.5", "=", "-2.5", "−2.5"],
    ["<-1", "<", "-1", "<-1"],
    ["-0.00", "=", "0", "-0.00"],
    ["007", "=", "7", "007"],
    ["0", "=", "0", "0"],
    ["105600", "=", "105600", "105600"],
  ])("R11 takes %j and keeps it as typed", (typed, comparator, digits, text) => {
    expect(parse(typed)).toEqual({ ok: true, quantity: { comparator, digits, text } });
  });

  it("R11 refuses a comma and says to use a point", () => {
    for (const typed of ["5,4", "1,234", "1,234.5", "<0,01"])
      expect(reason(typed)).toMatch(/point.*not a comma/);
  });

  it("R11 refuses more decimals than the analyte has and says how many it has", () => {
    expect(reason("5.432", 2)).toBe("At most 2 digits after the point; this has 3.");
    expect(reason("5.43", 1)).toBe("At most 1 digit after the point; this has 2.");
    expect(reason("5.0", 0)).toContain("whole number");
    expect(parse("5", 2).ok).toBe(true);
  });

  it.each([
    ["", "Enter a value"],
    ["   ", "Enter a value"],
    ["<", "after the sign"],
    ["≥ ", "after the sign"],
    ["=5", "Only <"],
    ["+5", "Only <"],
    ["~5", "Only <"],
    ["<>5", "Only <"],
    ["=<5", "Only <"],
    ["1e5", "exponent"],
    ["1E-5", "exponent"],
    ["4.5 x 10^3", "exponent"],
    ["3-5", "range"],
    ["3 – 5", "range"],
    ["105 600", "without spaces"],
    ["105\u00a0600", "without spaces"],
    ["1'000", "without spaces"],
    [".5", "zero before the point"],
    ["<.5", "zero before the point"],
    ["5.", "after the point"],
    ["1.2.3", "one point"],
    ["5.4 mmol/L", "unit"],
    ["41%", "unit"],
    ["NaN", "not a number"],
    ["Infinity", "not a number"],
    ["haemolysed", "not a number"],
    ["<=abc", "not a number"],
    ["٣", "not a number"],
    ["５", "not a number"],
    ["0x1F", "unit"],
    ["--5", "not a number"],
    ["5<", "not a number"],
  ])("R11 refuses %j with words for the bench", (typed, words) => {
    expect(reason(typed)).toContain(words);
  });

  it("R11 takes 20 digits and refuses 21", () => {
    expect(parse("1".repeat(20)).ok).toBe(true);
    expect(reason("1".repeat(21))).toContain("20 digits");
    expect(reason(`${"1".repeat(19)}.22`)).toContain("20 digits");
  });

  it("R11 answers any text at all, and a refusal always says why", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,-−<>≤≥= e") })),
        (text) => {
          const parsed = parse(text, 3);
          if (parsed.ok) expect(isPlainDecimal(parsed.quantity.digits)).toBe(true);
          else expect(parsed.reason.length).toBeGreaterThan(5);
        },
      ),
    );
  });

  it("R11 never changes what the number is", () => {
    const typed = fc.record({
      comparator: fc.constantFrom("", "<", ">", "≤", "≥"),
      minus: fc.boolean(),
      whole: fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 12 }),
      fraction: fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 6 }),
    });
    fc.assert(
      fc.property(typed, ({ comparator, minus, whole, fraction }) => {
        const plain = `${minus ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
        const parsed = parse(comparator + plain, 6);
        if (!parsed.ok) throw new Error(parsed.reason);
        expect(parsed.quantity.text).toBe(comparator + plain);
        expect(compareDecimals(parsed.quantity.digits, plain)).toBe(0);
        expect(parsed.quantity.digits).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(parsed.quantity.digits).not.toBe("-0");
      }),
    );
  });
});

describe("comparing decimals", () => {
  it("is exact where floating point is not", () => {
    expect(compareDecimals("9007199254740993", "9007199254740992")).toBe(1);
    expect(compareDecimals("0.1", "0.10000000000000000001")).toBe(-1);
    expect(compareDecimals("0.30", "0.3")).toBe(0);
    expect(compareDecimals("-0", "0")).toBe(0);
    expect(compareDecimals("-1.5", "-1.25")).toBe(-1);
    expect(compareDecimals("10", "9")).toBe(1);
  });

  it("agrees with whole-number arithmetic at any scale", () => {
    const scaled = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n });
    fc.assert(
      fc.property(
        scaled,
        scaled,
        fc.integer({ min: 0, max: 8 }),
        fc.nat({ max: 5 }),
        (a, b, places, zeros) => {
          const order = a < b ? -1 : a > b ? 1 : 0;
          expect(compareDecimals(written(a, places), written(b, places) + trailing(places, zeros))).toBe(
            order,
          );
        },
      ),
    );
  });

  it("refuses what is not a plain decimal", () => {
    for (const text of ["", "1e3", "−1", ".5", "5.", "+1", "NaN"]) {
      expect(() => compareDecimals(text, "1")).toThrow(RangeError);
    }
  });
});

function written(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  return `${value < 0n ? "-" : ""}${digits.slice(0, cut)}${places ? `.${digits.slice(cut)}` : ""}`;
}

const trailing = (places: number, zeros: number) => (places ? "0".repeat(zeros) : "");
