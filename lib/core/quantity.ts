/** What stands before a number; `=` when nothing does. */
export type Comparator = "<" | "≤" | "=" | "≥" | ">";

/** A measured value. What the person typed is what is kept and printed; `digits` is only for comparing. */
export type Quantity = {
  comparator: Comparator;
  /** Canonical plain decimal: `-` for a minus, no zeros that say nothing, no exponent. "-0.0" is "0". */
  digits: string;
  /** As typed, trimmed, with "<=" and ">=" written as ≤ and ≥. */
  text: string;
};

export type ParsedQuantity = { ok: true; quantity: Quantity } | { ok: false; reason: string };

const DIGITS_MAX = 20;
const FORM = /^(<=|>=|[<>≤≥])? *([-−])?(\d+)(?:\.(\d+))?$/;

/**
 * Reads a value as it is typed at the bench (R11). Nothing is corrected silently: what cannot be taken as it
 * stands is refused with words for the person who typed it.
 * @param decimals how many digits the analyte has after the point; more are refused, fewer are not.
 */
export function parseQuantity(text: string, { decimals }: { decimals: number }): ParsedQuantity {
  const typed = text.trim();
  const match = FORM.exec(typed);
  if (!match) return { ok: false, reason: whyNotANumber(typed) };
  const [, sign = "=", minus, whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > DIGITS_MAX) {
    return { ok: false, reason: `This has more than ${DIGITS_MAX} digits. Check the value.` };
  }
  if (fraction.length > decimals) return { ok: false, reason: tooManyDecimals(decimals, fraction.length) };
  return {
    ok: true,
    quantity: {
      comparator: comparatorOf(sign),
      digits: canonical(minus !== undefined, whole, fraction),
      text: typed.replace("<=", "≤").replace(">=", "≥"),
    },
  };
}

/**
 * Exact order of two plain decimals ("5.40", "-0.3"), of any length.
 * @throws RangeError when one is not a plain decimal.
 */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [split(a), split(b)];
  const scale = Math.max(x.fraction.length, y.fraction.length);
  const [left, right] = [scaled(x, scale), scaled(y, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** True for what `compareDecimals` can compare: optional `-`, digits, optional point and digits. */
export function isPlainDecimal(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

function split(text: string) {
  const match = PLAIN.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a plain decimal number.`);
  const [, minus = "", whole = "", fraction = ""] = match;
  return { minus, whole, fraction };
}

function scaled({ minus, whole, fraction }: ReturnType<typeof split>, scale: number): bigint {
  const magnitude = BigInt(whole + fraction.padEnd(scale, "0"));
  return minus ? -magnitude : magnitude;
}

function canonical(isNegative: boolean, whole: string, fraction: string): string {
  const left = whole.replace(/^0+(?=\d)/, "");
  const right = fraction.replace(/0+$/, "");
  const magnitude = right ? `${left}.${right}` : left;
  return isNegative && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

function comparatorOf(sign: string): Comparator {
  switch (sign) {
    case "<":
    case ">":
      return sign;
    case "<=":
    case "≤":
      return "≤";
    case ">=":
    case "≥":
      return "≥";
    default:
      return "=";
  }
}

function tooManyDecimals(allowed: number, typed: number): string {
  if (allowed === 0) return `This is reported as a whole number; ${typed} after the point is too many.`;
  return `At most ${allowed} ${allowed === 1 ? "digit" : "digits"} after the point; this has ${typed}.`;
}

// The first that fits speaks. A bare ".5" is refused because it is easily read as 5 on paper.
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^$/, "Enter a value."],
  [/,/, "Use a point for the decimals, not a comma, and nothing between thousands."],
  [/^[<>≤≥=]+ *$/, "Enter the number after the sign."],
  [
    /^(<=|>=|<(?!=)|>(?!=)|[≤≥]|) *[=+±~≈]|^([<>]=|[<>](?!=)|[≤≥]) *[<>≤≥]/,
    "Only <, >, ≤, ≥ and a minus can stand before the number.",
  ],
  [/\d *([eE][-+−]?\d|[x×*] *10)/, "Write the number out in full, without an exponent."],
  [/\d *[-−–—] *\d/, "Enter one number, not a range."],
  [/\d[\s'’_]+\d/, "Write the digits without spaces or other signs between them."],
  [/(^|[^\d.])\.\d/, "Write a zero before the point, as in 0.5."],
  [/\d\.$/, "Write digits after the point, or leave the point out."],
  [/\.\d*\./, "Use only one point."],
  [/^[<>≤≥]? *[-−]?\d+(\.\d+)? *[%\p{L}]/u, "Enter the number only; the unit is already given."],
];

function whyNotANumber(typed: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(typed));
  return (
    known?.[1] ?? "This is not a number. Enter digits with a point, and <, >, ≤ or ≥ before them if needed."
  );
}
