import { localDateToday, localParts } from "./dates";
import type { LocalParts } from "./locale";

const LENGTH_MAX = 20;
const PIECE = /\{(yyyy|yy|MM|dd|seq:([1-9]))\}|([A-Z0-9-])/y;

type Token = "yyyy" | "yy" | "MM" | "dd" | "seq";

/** A laboratory's way to write accession numbers, taken apart. */
export type AccessionFormat = {
  parts: readonly (Token | { literal: string })[];
  /** How many digits the running number is filled up to; a longer one is written in full, never cut. */
  sequenceDigits: number;
  /** How long one running number lasts: as long as the date in the format stays the same. */
  period: "day" | "month" | "year" | "always";
};

export type ParsedAccessionFormat = { ok: true; format: AccessionFormat } | { ok: false; reason: string };

/** Reads a format such as "{yy}{MM}{dd}-{seq:5}" (R3), or says what to change in it. */
export function parseAccessionFormat(format: string): ParsedAccessionFormat {
  const parts: (Token | { literal: string })[] = [];
  let sequenceDigits = 0;
  PIECE.lastIndex = 0;
  for (let position = 0; position < format.length; position = PIECE.lastIndex) {
    const match = PIECE.exec(format);
    if (!match) return { ok: false, reason: whyNotAPiece(format.slice(position)) };
    const [, token, digits, literal] = match;
    if (digits !== undefined) {
      if (sequenceDigits > 0) return { ok: false, reason: "Use the running number {seq:N} only once." };
      sequenceDigits = Number(digits);
    }
    parts.push(literal === undefined ? tokenOf(token) : { literal });
  }
  if (sequenceDigits === 0) {
    return { ok: false, reason: "The running number is missing. Add {seq:5}, for example." };
  }
  const length = parts.reduce((sum, part) => sum + lengthOf(part, sequenceDigits), 0);
  if (length > LENGTH_MAX) {
    return {
      ok: false,
      reason: `Numbers would have ${length} characters; a label takes at most ${LENGTH_MAX}.`,
    };
  }
  return { ok: true, format: { parts, sequenceDigits, period: periodOf(parts) } };
}

/**
 * The accession number of a running number, at an instant. Two running numbers of one period never give the same.
 * @throws RangeError for a format that cannot be read, or a running number that is not 1, 2, 3 …
 */
export function accessionNumber(format: string, sequence: number, at: Date, timeZone: string): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`${sequence} is not a running number.`);
  }
  const { parts, sequenceDigits } = parsed(format);
  const now = localParts(at, timeZone);
  return parts
    .map((part) => {
      if (typeof part === "object") return part.literal;
      return part === "seq" ? String(sequence).padStart(sequenceDigits, "0") : datePart(part, now);
    })
    .join("");
}

/**
 * What the running number counts within: "2026-11-20", "2026-11", "2026", or "" for one that never starts again.
 * It starts again only when the date in the format changes, else a number would come twice (R3).
 */
export function sequenceKey(format: string, at: Date, timeZone: string): string {
  const day = dayKey(at, timeZone);
  switch (parsed(format).period) {
    case "day":
      return day;
    case "month":
      return day.slice(0, -3);
    case "year":
      return day.slice(0, -6);
    case "always":
      return "";
  }
}

/** The laboratory's day, `YYYY-MM-DD`. */
export function dayKey(at: Date, timeZone: string): string {
  return localDateToday(at, timeZone);
}

/** The barcode of the nth sample of an order, from 1. */
export function sampleBarcode(accession: string, n: number): string {
  return `${accession}-${n}`;
}

/**
 * A sample's barcode taken apart, or null for what cannot be one. By form alone: only a look-up tells whether
 * "LAB-7" is sample 7 of LAB or an accession number that looks so.
 */
export function splitBarcode(barcode: string): { accession: string; n: number } | null {
  const [, accession, n] = /^([A-Z0-9-]+)-([1-9]\d{0,3})$/.exec(barcode) ?? [];
  return accession === undefined ? null : { accession, n: Number(n) };
}

function parsed(format: string): AccessionFormat {
  const result = parseAccessionFormat(format);
  if (!result.ok) throw new RangeError(result.reason);
  return result.format;
}

function tokenOf(text: string | undefined): Token {
  return text === "yyyy" || text === "yy" || text === "MM" || text === "dd" ? text : "seq";
}

function periodOf(parts: AccessionFormat["parts"]): AccessionFormat["period"] {
  const hasYear = parts.includes("yyyy") || parts.includes("yy");
  if (!hasYear) return "always";
  if (!parts.includes("MM")) return "year";
  return parts.includes("dd") ? "day" : "month";
}

function lengthOf(part: AccessionFormat["parts"][number], sequenceDigits: number): number {
  if (typeof part === "object") return part.literal.length;
  if (part === "seq") return sequenceDigits;
  return part === "yyyy" ? 4 : 2;
}

function datePart(token: Exclude<Token, "seq">, { year, month, day }: LocalParts): string {
  const written = { yyyy: [year, 4], yy: [year % 100, 2], MM: [month, 2], dd: [day, 2] } as const;
  const [value, width] = written[token];
  return String(value).padStart(width, "0");
}

function whyNotAPiece(rest: string): string {
  const token = /^\{[^{}]*\}?/.exec(rest)?.[0];
  if (token) return `${token} is not known. Use {yy}, {yyyy}, {MM}, {dd} and {seq:1} to {seq:9}.`;
  return `"${String.fromCodePoint(rest.codePointAt(0) ?? 0)}" cannot stand in a number. Use A–Z, 0–9 and -.`;
}
