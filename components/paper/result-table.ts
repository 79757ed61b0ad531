import { formatDate } from "@/lib/core/dates";
import type { ReportContent, ReportedLine } from "@/lib/reports/content";
import { linesOf } from "./break-words";
import { flagText, hasValue, intervalCell, isWrittenInterval, NO_INTERVAL, valueText } from "./line-text";
import { mm } from "./paper-style";

export type Section = ReportContent["sections"][number];

/** Widths of the columns in points; together the type area. */
export const COLUMN = {
  analyte: mm(41),
  flag: mm(22),
  value: mm(22),
  unit: mm(20),
  interval: mm(30),
  ruler: mm(26),
  previous: mm(19),
};

/** What a value takes that is not a number: all between the flag and the last column. */
export const WIDE = COLUMN.value + COLUMN.unit + COLUMN.interval + COLUMN.ruler;

/** White on either side of a column. */
export const PAD = 6;
export const SIZE = 9;

/** What the lines of a section have in common, said once above them. */
export interface ResultTable {
  /** The most digits after the point, so that the points of a column can stand under each other. */
  decimals: number;
  /** The method most values were got by; a line with another says so itself. */
  method: string | undefined;
  isEveryMethodSame: boolean;
  /** The day of every previous value, when it is the same. */
  previousDay: string | undefined;
  timeZone: string;
}

export function resultTable({ lines }: Section, timeZone: string): ResultTable {
  const values = lines.filter(hasValue);
  return {
    decimals: Math.max(
      0,
      ...values
        .map(({ kind, value }) => (kind === "numeric" ? decimalsOf(value) : 0))
        .filter((count) => count <= DECIMALS_ALIGNED_MAX),
    ),
    method: mostCommon(values.flatMap(({ method }) => method ?? [])),
    isEveryMethodSame: new Set(values.map(({ method }) => method)).size === 1,
    previousDay: only(lines.flatMap(({ previous }) => (previous ? [dayOf(previous.at, timeZone)] : []))),
    timeZone,
  };
}

/** About the height a line takes, in points; rather too much than too little. */
export function roomOf(line: ReportedLine | undefined, table: ResultTable): number {
  if (!line) return 0;
  const rows = (text: string, width: number) => linesOf(text, width, SIZE);
  const value = fitsInColumns(line) ? 1 : rows(valueText(line), WIDE);
  const notes = notesOf(line, table).reduce((sum, note) => sum + rows(note, WIDE), 0);
  const unit = rows(line.unit ?? "", COLUMN.unit - PAD);
  const interval = rows(intervalCell(line), COLUMN.interval - PAD);
  const previous = rows(line.previous?.value ?? "", COLUMN.previous) + 1;
  const name = rows(line.analyte, COLUMN.analyte - PAD);
  const flag = rows(flagText(line), COLUMN.flag - PAD);
  return Math.max(name, flag, previous, Math.max(value, unit, interval) + notes) * SIZE * 1.45 + 4;
}

/** True when a value is a number that its column holds; anything else is given the width of four columns. */
export function fitsInColumns(line: ReportedLine): boolean {
  return line.kind === "numeric" && hasValue(line) && numberWidth(valueText(line)) <= COLUMN.value - PAD;
}

/** What is said under a line, in this order. */
export function notesOf(line: ReportedLine, table: ResultTable): string[] {
  if (line.state !== "released") return line.comment ? [line.comment] : [];
  const { correctedInVersion, former, method, previous, comment, intervalText, band } = line;
  const fits = fitsInColumns(line);
  const notes = [
    isWrittenInterval(line)
      ? intervalText
      : !fits && band && intervalText !== NO_INTERVAL && `Interval: ${intervalText}`,
    correctedInVersion &&
      `Corrected in version ${correctedInVersion}${former ? `; formerly ${former}` : ""}.`,
    method && method !== table.method && `Method: ${method}`,
    previous && !fits && `Before, ${dayOf(previous.at, table.timeZone)}: ${previous.value}`,
    comment,
  ];
  return [...new Set(notes.filter((note): note is string => typeof note === "string" && note !== ""))];
}

export const dayOf = (instant: string, timeZone: string) => formatDate(new Date(instant), timeZone);

/** One value with many more decimals than the others must not push them all aside. */
const DECIMALS_ALIGNED_MAX = 4;

const FIGURE = 0.6;
const POINT = 0.272;

/** White after a number with fewer decimals than its column, in points; less where a long number needs the room. */
export function pointPad(value: string, decimals: number, columnWidth: number): number {
  const own = decimalsOf(value);
  const point = own === 0 && decimals > 0 ? POINT : 0;
  const wanted = (Math.max(0, decimals - own) * FIGURE + point) * SIZE;
  return Math.max(0, Math.min(wanted, columnWidth - numberWidth(value)));
}

/** Plex Sans sets figures and signs to one width, and a no-break space and a point to less. */
const numberWidth = (value: string) =>
  Array.from(value, (sign) => (sign === "." || sign === "\u00a0" ? POINT : FIGURE)).reduce(
    (a, b) => a + b,
    0,
  ) * SIZE;

const decimalsOf = (value: string) => /\.(\d+)$/.exec(value)?.[1]?.length ?? 0;

/** The one that occurs most, if it occurs more than once or is alone. */
function mostCommon(names: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[name, count] = [undefined, 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return count > 1 || counts.size === 1 ? name : undefined;
}

function only<T>(values: T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
