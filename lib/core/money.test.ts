import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, invoiceTotals, type LineInput, lineTotal, parseMoney } from "@/lib/core/money";

const LARGEST = Number.MAX_SAFE_INTEGER;

describe("a line", () => {
  it.each<[LineInput, [number, number, number]]>([
    [{ quantity: 1, unitPrice: 2000 }, [2000, 0, 2000]],
    [{ quantity: 3, unitPrice: 1999, taxRate: "8.25" }, [5997, 495, 6492]],
    [{ quantity: 2, unitPrice: 3600, discount: 700, taxRate: "10" }, [6500, 650, 7150]],
    [{ quantity: 1, unitPrice: 50, taxRate: "1" }, [50, 1, 51]],
    [{ quantity: 1, unitPrice: 49, taxRate: "1" }, [49, 0, 49]],
    [{ quantity: 1, unitPrice: -50, taxRate: "1" }, [-50, -1, -51]],
    [{ quantity: 1, unitPrice: 1000, discount: 1000, taxRate: "20" }, [0, 0, 0]],
    [{ quantity: 0, unitPrice: 1000, taxRate: "20" }, [0, 0, 0]],
    [{ quantity: 1, unitPrice: 1000, discount: null, taxRate: null }, [1000, 0, 1000]],
  ])("R23 comes to whole units, rounded half away from zero: %j", (line, [net, tax, gross]) => {
    expect(lineTotal(line)).toEqual({ net, tax, gross });
  });

  it("R23 does not drift where floating point does", () => {
    expect(lineTotal({ quantity: 1, unitPrice: 9_000_000_000_000_000 }).gross).toBe(9_000_000_000_000_000);
    expect(lineTotal({ quantity: 1, unitPrice: 8_000_000_000_000_001, taxRate: "0.000001" })).toEqual({
      net: 8_000_000_000_000_001,
      tax: 80_000_000,
      gross: 8_000_000_080_000_001,
    });
    // 375 × 9.2 % is 34.5; in floating point it is 34.49999999999999.
    expect(lineTotal({ quantity: 1, unitPrice: 375, taxRate: "9.20" }).tax).toBe(35);
  });

  it("R23 refuses what cannot be counted exactly", () => {
    expect(() => lineTotal({ quantity: 2, unitPrice: LARGEST })).toThrow(RangeError);
    expect(() => lineTotal({ quantity: 1, unitPrice: LARGEST, taxRate: "1" })).toThrow(RangeError);
    expect(() => lineTotal({ quantity: 1, unitPrice: LARGEST + 1 })).toThrow(RangeError);
    expect(() => lineTotal({ quantity: 1.5, unitPrice: 100 })).toThrow(RangeError);
    expect(() => lineTotal({ quantity: 1, unitPrice: 10.5 })).toThrow(RangeError);
    expect(() => lineTotal({ quantity: 1, unitPrice: Number.NaN })).toThrow(RangeError);
  });

  it("R23 refuses what cannot stand on a line", () => {
    expect(() => lineTotal({ quantity: -1, unitPrice: 100 })).toThrow("quantity");
    expect(() => lineTotal({ quantity: 1, unitPrice: 100, discount: 101 })).toThrow("discount");
    expect(() => lineTotal({ quantity: 1, unitPrice: 100, discount: -1 })).toThrow("discount");
    for (const taxRate of ["-1", "8,25", "8.25%", "", "1e2", ".5"]) {
      expect(() => lineTotal({ quantity: 1, unitPrice: 100, taxRate })).toThrow("tax rate");
    }
  });
});

describe("lines and invoices in general", () => {
  const rate = fc
    .record({
      whole: fc.nat({ max: 100 }),
      fraction: fc.nat({ max: 9999 }),
      places: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ whole, fraction, places }) =>
      places ? `${whole}.${String(fraction).padStart(4, "0").slice(0, places)}` : `${whole}`,
    );
  const line = fc
    .record({
      quantity: fc.nat({ max: 500 }),
      unitPrice: fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
      share: fc.nat({ max: 100 }),
      taxRate: rate,
    })
    .map(({ quantity, unitPrice, share, taxRate }) => ({
      quantity,
      unitPrice,
      discount: Math.floor((Math.abs(quantity * unitPrice) * share) / 100),
      taxRate,
    }));

  it("R23 a tax is never off by more than half a minor unit", () => {
    fc.assert(
      fc.property(line, (input) => {
        const { net, tax, gross } = lineTotal(input);
        const [whole = "", fraction = ""] = input.taxRate.split(".");
        const scale = 100n * 10n ** BigInt(fraction.length);
        const off = BigInt(tax) * scale - BigInt(net) * BigInt(whole + fraction);
        expect(2n * (off < 0n ? -off : off) <= scale).toBe(true);
        expect(BigInt(gross)).toBe(BigInt(net) + BigInt(tax));
        expect(Object.is(tax, -0)).toBe(false);
      }),
    );
  });

  it("R24 a credited line takes back exactly what the line came to", () => {
    fc.assert(
      fc.property(line, (input) => {
        const there = lineTotal(input);
        const back = lineTotal({ ...input, unitPrice: -input.unitPrice });
        expect(invoiceTotals([there, back])).toEqual({ net: 0, tax: 0, gross: 0 });
      }),
    );
  });

  it("R23 an invoice adds up exactly, in any order", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (inputs) => {
        const lines = inputs.map(lineTotal);
        const total = invoiceTotals(lines);
        expect(total.gross).toBe(total.net + total.tax);
        expect(total.gross).toBe(lines.reduce((sum, { gross }) => sum + gross, 0));
        expect(invoiceTotals([...lines].reverse())).toEqual(total);
      }),
    );
  });

  it("R23 refuses a sum that cannot be counted exactly", () => {
    const large = { net: LARGEST, tax: 0, gross: LARGEST };
    expect(() => invoiceTotals([large, large])).toThrow(RangeError);
    expect(invoiceTotals([large]).gross).toBe(LARGEST);
    expect(invoiceTotals([])).toEqual({ net: 0, tax: 0, gross: 0 });
  });
});

describe("an amount in words", () => {
  it.each([
    [5600, "USD", "USD 56.00"],
    [5, "USD", "USD 0.05"],
    [0, "EUR", "EUR 0.00"],
    [-1, "USD", "USD −0.01"],
    [5600, "JPY", "JPY 5600"],
    [1250, "KWD", "KWD 1.250"],
    [980000, "USD", "USD 9800.00"],
    [1234500, "USD", "USD 12\u00a0345.00"],
    [-123456789, "USD", "USD −1\u00a0234\u00a0567.89"],
    [LARGEST, "USD", "USD 90\u00a0071\u00a0992\u00a0547\u00a0409.91"],
  ])("R23 shows %j in %s as %s", (amount, currency, shown) => {
    expect(formatMoney(amount, currency)).toBe(shown);
  });

  it.each([
    ["56", "USD", 5600],
    ["56.5", "USD", 5650],
    [" 56.00 ", "USD", 5600],
    ["USD 56.00", "USD", 5600],
    ["12 345.00", "USD", 1234500],
    ["-3", "USD", -300],
    ["−3", "USD", -300],
    ["-0", "USD", 0],
    ["5600", "JPY", 5600],
    ["1.25", "KWD", 1250],
  ])("R23 reads %j in %s as %j", (text, currency, amount) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, amount });
  });

  it.each([
    ["", "USD", "Enter an amount"],
    ["56,00", "USD", "not a comma"],
    ["1,234.50", "USD", "not a comma"],
    ["1.234", "USD", "USD has 2 digits"],
    ["56.0", "JPY", "no digits after the point"],
    ["EUR 5", "USD", "in USD, not in EUR"],
    ["12 34", "USD", "USD 56.00"],
    ["1 2345", "USD", "USD 56.00"],
    ["abc", "KWD", "KWD 56.000"],
    ["1e3", "JPY", "JPY 56"],
    [".5", "USD", "not an amount"],
    ["5.", "USD", "not an amount"],
    ["90071992547409.92", "USD", "too large"],
  ])("R23 refuses %j in %s and says what to do", (text, currency, words) => {
    const parsed = parseMoney(text, currency);
    expect(parsed.ok ? "accepted" : parsed.reason).toContain(words);
  });

  it("R23 reads back whatever it shows", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("USD", "JPY", "KWD", "EUR"), (amount, currency) => {
        expect(parseMoney(formatMoney(amount, currency), currency)).toEqual({ ok: true, amount });
      }),
    );
  });
});
