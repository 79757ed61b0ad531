import { parseQuantity } from "@/lib/core/quantity";
import { unitWords } from "@/lib/core/unit-words";
import { intervalWords } from "@/lib/results/presenter";
import type { PreviousValue } from "@/lib/results/repository.grid";
import type { ResultRow } from "@/lib/results/repository.row";
import type { Correction, ReportedLine } from "./content";

/** One line of an order with all its versions: what is printed of it, and what it was corrected from. */
export type LineHistory = {
  /** What the report says of it now. */
  shown: ResultRow;
  /** Released versions, oldest first; the last is what is shown when it is released. */
  released: ResultRow[];
};

/**
 * The lines of an order's report from all its results, in their order: the released version that stands, else what
 * is still open, else what was cancelled. What was replaced or withdrawn is not among them.
 */
export function lineHistories(results: readonly ResultRow[]): LineHistory[] {
  const versions = new Map<string, ResultRow[]>();
  for (const result of results) {
    const key = `${result.orderTestId} ${result.analyteId}`;
    versions.set(key, [...(versions.get(key) ?? []), result]);
  }
  return [...versions.values()].flatMap((all) => {
    const released = inOrderOfRelease(all.filter(({ state }) => state === "released"));
    const shown =
      released.at(-1) ??
      all.findLast(({ state }) => state === "pending" || state === "entered" || state === "verified") ??
      all.findLast(({ state, supersedesId }) => state === "cancelled" && supersedesId === null);
    return shown ? [{ shown, released }] : [];
  });
}

/** Each version follows the one it supersedes. */
function inOrderOfRelease(released: readonly ResultRow[]): ResultRow[] {
  const ordered: ResultRow[] = [];
  let next = released.find(({ supersedesId }) => supersedesId === null);
  while (next) {
    const { id } = next;
    ordered.push(next);
    next = released.find(({ supersedesId }) => supersedesId === id);
  }
  return ordered;
}

/** The line as it is printed. Nothing of a value that is not released is in it. */
export function reportedLine(
  { shown, released }: LineHistory,
  versionAt: (releasedAt: Date | null) => number,
  previous: PreviousValue | undefined,
): ReportedLine {
  const common = {
    analyte: shown.analyteName,
    ...(shown.loinc && { loinc: shown.loinc }),
    kind: shown.kind,
    selfVerified: shown.selfVerified,
  };
  if (shown.state !== "released") return { ...common, ...unreleased(shown) };
  const former = released.at(-2);
  return {
    ...common,
    state: "released",
    value: shown.value,
    ...(shown.notReported && { notReported: true }),
    ...(shown.unit && { unit: shown.unit }),
    // The database knows these letters and no others.
    flag: shown.flag as ReportedLine["flag"],
    flagWords: FLAG_WORDS[shown.flag ?? ""] ?? "",
    intervalText: intervalWords(shown.interval),
    ...bandOf(shown),
    ...(shown.method && { method: shown.method }),
    ...(previous && { previous: { value: previous.value, at: previous.at.toISOString() } }),
    ...(former && { correctedInVersion: versionAt(shown.releasedAt), former: printed(former) }),
    ...(shown.commentForReport && { comment: shown.commentForReport }),
    ...(shown.enteredByName && { performedBy: shown.enteredByName }),
    ...(shown.enteredAt && { performedAt: shown.enteredAt.toISOString() }),
    ...(shown.verifiedByName && { verifiedBy: shown.verifiedByName }),
    ...(shown.verifiedAt && { verifiedAt: shown.verifiedAt.toISOString() }),
    ...(shown.releasedByName && { releasedBy: shown.releasedByName }),
    ...(shown.releasedAt && { releasedAt: shown.releasedAt.toISOString() }),
  };
}

/** What each released version of a line changed in the one before. */
export function correctionsOf(
  { released }: LineHistory,
  versionAt: (releasedAt: Date | null) => number,
): Correction[] {
  return released.slice(1).map((after, place) => {
    const before = released[place];
    const saysSame = before !== undefined && printed(before) === printed(after);
    const say = saysSame ? printedWhole : printed;
    return {
      version: versionAt(after.releasedAt),
      analyte: after.analyteName,
      from: before ? say(before) : "",
      to: say(after),
      reason: after.amendReason ?? "",
      at: (after.enteredAt ?? after.createdAt).toISOString(),
      by: after.enteredByName ?? "",
    };
  });
}

const FLAG_WORDS: Record<string, string> = {
  LL: "critical",
  HH: "critical",
  L: "low",
  H: "high",
  A: "abnormal",
};

function unreleased(row: ResultRow): Omit<ReportedLine, "analyte" | "kind" | "selfVerified"> {
  const nothing = { value: null, flag: null, flagWords: "", intervalText: "no interval" };
  if (row.state === "cancelled") {
    return { ...nothing, state: "cancelled", ...(row.cancelReason && { pendingReason: row.cancelReason }) };
  }
  return { ...nothing, state: "pending" };
}

function bandOf({ kind, value, interval }: ResultRow): Pick<ReportedLine, "band"> {
  if (kind !== "numeric" || !interval || (interval.low === null && interval.high === null)) return {};
  const { low, high } = interval;
  const at = value === null ? null : pointOf(value);
  return { band: { ...(low && { low }), ...(high && { high }), ...(at && { at }) } };
}

// The value was accepted with its analyte's decimals when it was entered.
const ANY_DECIMALS = 20;

/** The value as one point; null for one with a comparator. */
function pointOf(value: string): string | null {
  const parsed = parseQuantity(value, { decimals: ANY_DECIMALS });
  return parsed.ok && parsed.quantity.comparator === "=" ? parsed.quantity.digits : null;
}

/** Value and unit: "12.5 g/dL". */
function printed({ value, unit, notReported }: ResultRow): string {
  if (notReported || value === null) return "Not reported";
  return [value, unitWords(unit)].filter(Boolean).join(" ");
}

/** With flag and interval and comment, where value and unit alone did not change. */
function printedWhole(row: ResultRow): string {
  const flag = row.flag ? `, ${row.flag}` : "";
  const comment = row.commentForReport ? `; ${row.commentForReport}` : "";
  return `${printed(row)}${flag} (${intervalWords(row.interval)})${comment}`;
}
