import type { LaboratoryRef } from "@/lib/core/actor";
import { formatTime } from "@/lib/core/dates";
import { presentPatient } from "@/lib/orders/presenter";
import type { LabelContent } from "./label-content";
import { sampleLifecycle } from "./lifecycle";
import type { SampleRow, SampleSummaryRow } from "./repository.find";
import { rejectReasons, type Sample, type SampleSummary, type Scanned, type ScanOutcome } from "./schema";

export function presentSampleSummary(row: SampleSummaryRow): SampleSummary {
  return { ...presentCore(row), openResults: row.openResults };
}

export function presentSample(row: SampleRow): Sample {
  return {
    ...presentCore(row),
    number: row.number,
    orderState: row.orderState,
    collection: row.collection,
    parentId: row.parentId,
    collectedBy: somebody(row.collectedById, row.collectedByName),
    collectionNotRecorded: row.collectionNotRecorded,
    site: row.site,
    accessionedBy: somebody(row.accessionedById, row.accessionedByName),
    condition: row.condition,
    temperatureC: row.temperatureC,
    rejectedAt: row.rejectedAt?.toISOString() ?? null,
    rejectedBy: somebody(row.rejectedById, row.rejectedByName),
    rejectReasonCode: row.rejectReasonCode,
    rejectNote: row.rejectNote,
    recollectionId: row.recollectionId,
    storedAt: row.storedAt?.toISOString() ?? null,
    storageLocation: row.storageLocation,
    disposedAt: row.disposedAt?.toISOString() ?? null,
    disposeReason: row.disposeReason,
    results: row.results,
  };
}

/** What the label says: the barcode and two identifiers of the patient (R4). */
export function labelOf(row: SampleRow, laboratory: LaboratoryRef): LabelContent {
  return {
    barcode: row.barcode,
    patient: {
      familyName: row.familyName,
      ...(row.givenName !== null && { givenName: row.givenName }),
      mrn: row.mrn,
      ...(row.birthDate !== null && { birthDate: row.birthDate }),
      ...(row.birthDateEstimated && { birthDateEstimated: true }),
      sex: row.sex,
    },
    sampleType: row.sampleTypeName,
    container: [row.cap, row.container].filter(Boolean).join(", "),
    ...(row.collectedAt !== null && { collectedAt: row.collectedAt.toISOString() }),
    timeZone: laboratory.timeZone,
    priority: row.priority,
    demonstration: laboratory.isDemonstration,
  };
}

function presentCore(row: SampleSummaryRow) {
  return {
    id: row.id,
    version: row.version,
    orderId: row.orderId,
    accessionNumber: row.accessionNumber,
    barcode: row.barcode,
    state: row.state,
    sampleType: row.sampleType,
    sampleTypeName: row.sampleTypeName,
    container: row.container,
    cap: row.cap,
    priority: row.priority,
    patient: presentPatient(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    collectedAt: row.collectedAt?.toISOString() ?? null,
    accessionedAt: row.accessionedAt?.toISOString() ?? null,
    recollectionOfId: row.recollectionOfId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function somebody(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? "" };
}

/** What a scanned tube is told about beyond its own row. */
export type ScannedTube = {
  tube: SampleRow;
  /** The sample that stands in for a rejected one; null when nothing of it was left to measure. */
  recollection: SampleRow | null;
  timeZone: string;
};

type Words = { said: (scanned: ScannedTube) => string; next: ((scanned: ScannedTube) => string) | null };

const words: Record<Exclude<ScanOutcome, "order_number" | "unknown_number">, Words> = {
  accessioned: { said: ({ tube }) => `${tube.barcode} has arrived.`, next: null },
  already_accessioned: {
    said: ({ tube }) => `${tube.barcode} had arrived before. It counts once.`,
    next: null,
  },
  collection_not_known: {
    said: ({ tube }) => `Nobody recorded when ${tube.barcode} was collected.`,
    next: () => "Give the time of collection, or state that it was not recorded.",
  },
  another_order: {
    said: ({ tube }) =>
      `${tube.barcode} belongs to another order, ${tube.accessionNumber}. It was not received.`,
    next: () =>
      "Compare MRN and birth date with the request. Put the tube with its own order and scan it there.",
  },
  rejected: {
    said: ({ tube, timeZone }) =>
      `${tube.barcode} was rejected${whenAndWhy(tube, timeZone)}. It was not received.`,
    next: ({ recollection }) =>
      recollection
        ? `Put the tube aside. Its recollection is ${recollection.barcode}, ${soFar(recollection)}.`
        : "Put the tube aside: nothing of it is left to be measured.",
  },
  cancelled: {
    said: ({ tube }) => `${tube.barcode} was cancelled. It was not received.`,
    next: () => "Put the tube aside and ask whoever sent it: nothing is to be measured in it.",
  },
};

/** " at 06:31, haemolysed", as far as it is on record. */
function whenAndWhy({ rejectedAt, rejectReasonCode, rejectNote }: SampleRow, timeZone: string): string {
  const when = rejectedAt ? ` at ${formatTime(rejectedAt, timeZone)}` : "";
  const coded = rejectReasonCode && rejectReasons[rejectReasonCode].toLowerCase();
  const why = rejectReasonCode === "other" ? rejectNote : coded;
  return why ? `${when}, ${why}` : when;
}

function soFar({ state }: SampleRow): string {
  return state === "expected" ? "not collected yet" : sampleLifecycle.states[state].label.toLowerCase();
}

/** What the station says about a scan: identifiers to compare the tube by, and no name. */
export function presentScan(
  outcome: ScanOutcome,
  number: string,
  scanned: ScannedTube | null,
  counts: { arrived: number; awaited: number } | null,
): Scanned {
  if (outcome === "order_number" || outcome === "unknown_number" || !scanned || !counts) {
    return { outcome, ...withoutTube(outcome, number), sample: null, order: null, patient: null };
  }
  const { tube } = scanned;
  const { id, version, barcode, state, sampleTypeName, container, cap, accessionedAt } = tube;
  return {
    outcome,
    said: words[outcome].said(scanned),
    next: words[outcome].next?.(scanned) ?? null,
    sample: {
      ...{ id, version, barcode, state, sampleTypeName, container, cap },
      accessionedAt: accessionedAt?.toISOString() ?? null,
    },
    order: {
      id: tube.orderId,
      accessionNumber: tube.accessionNumber,
      priority: tube.priority,
      ...counts,
    },
    patient: { mrn: tube.mrn, birthDate: tube.birthDate },
  };
}

function withoutTube(outcome: ScanOutcome, scanned: string): { said: string; next: string } {
  if (outcome === "order_number") {
    return {
      said: `${scanned} is the number of an order, not of a tube.`,
      next: "Scan the label on the tube: its number ends in -1, -2 and so on.",
    };
  }
  return {
    said: `No tube of this laboratory carries the number ${scanned}.`,
    next: "Scan it again, or type the number under the bars. If it stays unknown, put the tube aside: it may be another laboratory's.",
  };
}
