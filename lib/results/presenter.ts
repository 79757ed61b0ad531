import { groupDigits } from "@/lib/core/digits";
import type { LimitKept } from "./judgement";
import type { LivingResult } from "./repository.entry";
import type { CallRow, ChangeRow } from "./repository.history";
import type { ResultRow } from "./repository.row";
import {
  type CriticalNotification,
  type EnteredResult,
  Flag,
  type JudgedBy,
  type Result,
  type ResultChange,
} from "./schema";

/** "13 – 18", "≥ 60", "≤ 199"; the catalogue's own text where it has one; "no interval" for none (R8). */
export function intervalWords(interval: (LimitKept & { text?: string | null | undefined }) | null): string {
  if (!interval) return "no interval";
  if (interval.text) return interval.text;
  const [low, high] = [interval.low, interval.high].map((limit) => limit && groupDigits(limit));
  if (low && high) return `${low} – ${high}`;
  if (low) return `≥ ${low}`;
  return high ? `≤ ${high}` : "no interval";
}

export function presentInterval(
  interval: (LimitKept & { text?: string | null | undefined }) | null,
): JudgedBy | null {
  if (!interval) return null;
  const { low, high, text } = interval;
  return { low, high, text: text ?? null, words: intervalWords(interval) };
}

export function presentLimit(limit: LimitKept | null): LimitKept | null {
  return limit && { low: limit.low, high: limit.high };
}

// The database knows these letters and no others (flag_is_known).
export const flagOf = (letters: string | null) => (letters === null ? null : Flag.parse(letters));

export function presentResult(row: ResultRow): Result {
  const { id, version, orderId, accessionNumber, sampleId, barcode, patientId, testCode, testName } = row;
  const { analyteCode, analyteName, loinc, section, group, kind, state, isSuperseded, origin } = row;
  const { value, notReported, abnormal, unit, decimals, method, catalogueVersion, comment } = row;
  const { commentForReport, selfVerified, supersedesId, amendReason } = row;
  const { replacesId, replaceReason, cancelReason } = row;
  return {
    ...{ id, version, orderId, accessionNumber, sampleId, barcode, patientId, testCode, testName },
    ...{ analyteCode, analyteName, loinc, section, group, kind, state, isSuperseded, origin },
    ...{ value, notReported, abnormal, unit, decimals, method, catalogueVersion, comment },
    ...{ commentForReport, selfVerified, supersedesId, amendReason },
    ...{ replacesId, replaceReason, cancelReason },
    flag: flagOf(row.flag),
    interval: presentInterval(row.interval),
    criticalLimit: presentLimit(row.criticalLimit),
    enteredBy: person(row.enteredById, row.enteredByName),
    enteredAt: instant(row.enteredAt),
    verifiedBy: person(row.verifiedById, row.verifiedByName),
    verifiedAt: instant(row.verifiedAt),
    releasedBy: person(row.releasedById, row.releasedByName),
    releasedAt: instant(row.releasedAt),
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** What the bench hears back about a value it entered. */
export function presentEntered(row: LivingResult): EnteredResult {
  const { id, version, analyteCode, state, value, unit, abnormal, comment, commentForReport } = row;
  return {
    ...{ id, version, analyteCode, state, value, unit, abnormal, comment, commentForReport },
    flag: flagOf(row.flag),
    interval: presentInterval(row.interval),
    criticalLimit: presentLimit(row.criticalLimit),
    enteredBy: row.enteredByName ?? "",
    enteredAt: instant(row.enteredAt),
  };
}

export function presentChange({ id, at, by, what, before, after }: ChangeRow): ResultChange {
  return { id, at: at.toISOString(), by, what, before, after };
}

export function presentCall(row: CallRow): CriticalNotification {
  const { notifiedById, notifiedByName, ...call } = row;
  return {
    ...call,
    notifiedBy: { id: notifiedById, name: notifiedByName },
    notifiedAt: row.notifiedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

function person(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
