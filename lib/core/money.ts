import { minorDigits } from "./currencies";
import { groupDigits } from "./digits";

/** Amounts are whole numbers of minor units of one currency (R23): 5600 is USD 56.00, JPY 5600. */
export type LineInput = {
  quantity: number;
  /** Before tax. Negative on a credit note. */
  unitPrice: number;
  /** Off the whole line, minor units, never more than the line comes to. */
  discount?: number | null | undefined;
  /** Percent as a plain decimal, "8.25". */
  taxRate?: string | null | undefined;
};

export type Totals = { net: number; tax: number; gross: number };

export type ParsedMoney = { ok: true; amount: number } | { ok: false; reason: string };

/**
 * What a line comes to. Only the tax is rounded, once, half away from zero (R23); a credited line is exactly the
 * line with its sign turned.
 * @throws RangeError for what cannot stand on a line, or cannot be counted exactly.
 */
export function lineTotal({ quantity, unitPrice, discount, taxRate }: LineInput): Totals {
  if (quantity < 0) throw new RangeError("A quantity cannot be negative.");
  const full = exact(quantity) * exact(unitPrice);
  const off = exact(discount ?? 0);
  if (off < 0n || off > magnitude(full)) {
    throw new RangeError("A discount lies between nothing and what the line comes to.");
  }
  const net = full < 0n ? full + off : full - off;
  const rate = percent(taxRate ?? "0");
  const tax = dividedHalfAwayFromZero(net * rate.value, rate.scale * 100n);
  return { net: safe(net), tax: safe(tax), gross: safe(net + tax) };
}

/**
 * Totals of an invoice: the sums of its lines, so that what is printed adds up to the last unit (R23).
 * @throws RangeError when a sum cannot be counted exactly.
 */
export function invoiceTotals(lines: readonly Totals[]): Totals {
  const sum = (of: keyof Totals) => safe(lines.reduce((total, line) => total + exact(line[of]), 0n));
  return { net: sum("net"), tax: sum("tax"), gross: sum("gross") };
}

/** "USD 56.00", "JPY 5600", "KWD 1.250", "USD −12 345.00" with no-break spaces between groups of three. */
export function formatMoney(amount: number, currency: string): string {
  const places = minorDigits(currency);
  const digits = magnitude(exact(amount))
    .toString()
    .padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(-places)}`;
  return `${currency} ${groupDigits(`${amount < 0 ? "-" : ""}${whole}${fraction}`)}`;
}

/**
 * Reads an amount as it is typed, or as `formatMoney` shows it: "56", "56.5", "USD 12 345.00". A comma is refused,
 * because it divides thousands in one country and minor units in the next.
 */
export function parseMoney(text: string, currency: string): ParsedMoney {
  const typed = text.trim();
  if (typed === "") return refused("Enter an amount.");
  if (typed.includes(",")) return refused("Use a point, not a comma, and nothing between thousands.");
  const [, code, minus, digits = "", fraction = ""] = AMOUNT.exec(typed) ?? [];
  if (digits === "")
    return refused(`This is not an amount. Write it as ${formatMoney(example(currency), currency)}.`);
  if (code && code !== currency) return refused(`Amounts here are in ${currency}, not in ${code}.`);
  const places = minorDigits(currency);
  if (fraction.length > places) {
    return refused(
      places === 0
        ? `${currency} has no digits after the point.`
        : `${currency} has ${places} digits after the point; this has ${fraction.length}.`,
    );
  }
  const amount = Number(digits.replace(SPACES, "") + fraction.padEnd(places, "0"));
  if (!Number.isSafeInteger(amount)) return refused("This amount is too large.");
  return { ok: true, amount: minus && amount !== 0 ? -amount : amount };
}

const SPACES = /[ \u00a0\u202f]/g;
const AMOUNT = /^(?:([A-Z]{3})[ \u00a0\u202f]?)?([-−])?(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:\.(\d+))?$/;

function refused(reason: string): ParsedMoney {
  return { ok: false, reason };
}

function example(currency: string): number {
  return 56 * 10 ** minorDigits(currency);
}

function exact(amount: number): bigint {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`${amount} is not a whole number that can be counted exactly.`);
  return BigInt(amount);
}

function safe(amount: bigint): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError("This comes to more than can be counted exactly.");
  return number;
}

function percent(rate: string): { value: bigint; scale: bigint } {
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(rate);
  if (!match)
    throw new RangeError(`"${rate}" is not a tax rate. Write percent as a plain decimal, as in 8.25.`);
  const [, whole = "", fraction = ""] = match;
  return { value: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

function dividedHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const rounded = (2n * magnitude(dividend) + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
