import { ageAt, formatAge } from "@/lib/core/age";
import type { Letterhead } from "@/lib/laboratories/letterhead";
import type { Missing } from "@/lib/results/policy";
import type { PreviousValue } from "@/lib/results/repository.grid";
import type { CallRow } from "@/lib/results/repository.history";
import type { ResultRow } from "@/lib/results/repository.row";
import type { CriticalOnPaper, PatientOnPaper, ReportContent, SampleOnPaper } from "./content";
import { correctionsOf, type LineHistory, lineHistories, reportedLine } from "./lines";
import type { OrderOnPaper } from "./repository.find";

/** All that one version of a report is made of, at the moment of its release. */
export type ReportParts = {
  laboratory: Letterhead;
  isDemonstration: boolean;
  order: OrderOnPaper;
  /** All results of the order, those released now as they are from now on. */
  results: readonly ResultRow[];
  calls: readonly CallRow[];
  previous: ReadonlyMap<string, PreviousValue>;
  missing: readonly Missing[];
  /** When each version of the report was issued, this one among them. */
  versions: readonly { number: number; issuedAt: Date }[];
  report: {
    number: number;
    status: "preliminary" | "final";
    checkCode: string;
    checkUrl: string;
    issuedAt: Date;
    issuedBy: string;
    /** Of the amendments released now. */
    reason: string | null;
  };
};

/** Puts a report together, complete: it is printed from this alone, for ever (R21, R22). */
export function composeReport(parts: ReportParts): ReportContent {
  const { laboratory, order, report, previous, missing } = parts;
  const cancelledTests = new Set(
    order.items.filter(({ isCancelled }) => isCancelled).flatMap(({ orderTestIds }) => orderTestIds),
  );
  for (const { isCancelled, orderTestIds } of order.items) {
    if (!isCancelled) for (const id of orderTestIds) cancelledTests.delete(id);
  }
  const lines = lineHistories(parts.results).filter(
    // What was taken off the order is not on its report; what the laboratory cancelled is, with the reason.
    ({ shown }) => shown.state !== "cancelled" || !cancelledTests.has(shown.orderTestId),
  );
  const versionAt = (at: Date | null) =>
    parts.versions.find(({ issuedAt }) => issuedAt.getTime() === at?.getTime())?.number ?? report.number;
  const corrections = lines
    .flatMap((line) => correctionsOf(line, versionAt))
    .sort((a, b) => a.version - b.version);
  const sampleIds = new Set(lines.map(({ shown }) => shown.sampleId));
  const samples = order.samples.filter(({ id }) => sampleIds.has(id));
  const issuedAt = report.issuedAt.toISOString();
  return {
    laboratory,
    report: {
      number: report.number,
      status: report.status,
      isCorrected: corrections.length > 0,
      ...(report.reason && { reason: report.reason }),
      checkCode: report.checkCode,
      checkUrl: report.checkUrl,
      issuedAt,
      issuedBy: report.issuedBy,
      demonstration: parts.isDemonstration,
    },
    patient: patientOnPaper(order, samples, laboratory.timeZone),
    ...(order.requester && { requester: order.requester }),
    order: {
      accessionNumber: order.accessionNumber,
      placedAt: order.placedAt.toISOString(),
      ...(order.clinicalNotes && { clinicalNotes: order.clinicalNotes }),
      ...(order.fasting !== null && { fasting: order.fasting }),
      ...(order.pregnant !== null && { pregnant: order.pregnant }),
      priority: order.priority,
    },
    samples: samples.map(sampleOnPaper),
    corrections,
    sections: sectionsOf(order, lines).map(({ heading, sampleBarcode, lines: theirs }) => ({
      heading,
      sampleBarcode,
      lines: theirs.map((line) => reportedLine(line, versionAt, previous.get(line.shown.id))),
    })),
    critical: lines.flatMap(({ shown }) => criticalOnPaper(shown, parts.calls)),
    pendingTests: pendingTests(missing, parts.results),
    reportedAt: issuedAt,
  };
}

type Section = { heading: string; sampleBarcode: string; lines: LineHistory[] };

/** One section for each item of the order and each tube it was measured on. */
function sectionsOf({ items, samples }: OrderOnPaper, lines: readonly LineHistory[]): Section[] {
  const standing = [
    ...items.filter((item) => !item.isCancelled),
    ...items.filter((item) => item.isCancelled),
  ];
  const sections = new Map<string, Section & { place: number }>();
  for (const line of lines) {
    const { orderTestId, sampleId, barcode, testName } = line.shown;
    const item = standing.find(({ orderTestIds }) => orderTestIds.includes(orderTestId));
    const place =
      (item ? items.indexOf(item) : items.length) * 1000 + samples.findIndex(({ id }) => id === sampleId);
    const key = `${place} ${item ? "" : testName}`;
    const section = sections.get(key);
    if (section) section.lines.push(line);
    else sections.set(key, { place, heading: item?.name ?? testName, sampleBarcode: barcode, lines: [line] });
  }
  return [...sections.values()].sort((a, b) => a.place - b.place);
}

/** The names of tests that wait, with their analytes where only some of a test's do. */
function pendingTests(missing: readonly Missing[], results: readonly ResultRow[]): string[] {
  const waiting = new Map<string, string[]>();
  for (const { testName, analyteName } of missing) {
    waiting.set(testName, [...(waiting.get(testName) ?? []), analyteName]);
  }
  return [...waiting].map(([testName, analytes]) => {
    const hasMore = results.some((result) => result.testName === testName && result.state === "released");
    return hasMore ? `${testName}: ${analytes.join(", ")}` : testName;
  });
}

function patientOnPaper(
  order: OrderOnPaper,
  samples: OrderOnPaper["samples"],
  timeZone: string,
): PatientOnPaper {
  const { familyName, givenName, mrn, birthDate, birthDateEstimated, sex } = order;
  const taken = samples
    .flatMap(({ collectedAt, accessionedAt }) => collectedAt ?? accessionedAt ?? [])
    .sort();
  const age = ageAt(birthDate, taken[0] ? new Date(taken[0]) : null, timeZone);
  return {
    familyName,
    ...(givenName && { givenName }),
    mrn,
    ...(birthDate && { birthDate }),
    birthDateEstimated,
    sex,
    ...(age && { ageAtCollection: formatAge(age) }),
  };
}

function sampleOnPaper(sample: OrderOnPaper["samples"][number]): SampleOnPaper {
  const { barcode, sampleTypeName, condition, collectedAt, collectionNotRecorded, accessionedAt } = sample;
  return {
    barcode,
    sampleType: sampleTypeName,
    ...(condition && { condition }),
    // A condition is written down only when there is something to say.
    conditionPerfect: !condition,
    ...(collectedAt && { collectedAt: instant(collectedAt) }),
    collectionNotRecorded,
    ...(accessionedAt && { receivedAt: instant(accessionedAt) }),
  };
}

function criticalOnPaper(shown: ResultRow, calls: readonly CallRow[]): CriticalOnPaper[] {
  const { state, flag, value, unit, analyteName } = shown;
  if (state !== "released" || (flag !== "LL" && flag !== "HH") || value === null) return [];
  return [
    {
      analyte: analyteName,
      value,
      ...(unit && { unit }),
      flag,
      notifications: calls
        .filter(({ resultId }) => resultId === shown.id)
        .map((call) => ({
          at: call.notifiedAt.toISOString(),
          by: call.notifiedByName,
          recipientName: call.recipientName,
          recipientRole: call.recipientRole,
          method: call.method,
          outcome: call.outcome,
          ...(call.note && { note: call.note }),
        })),
    },
  ];
}

/** PostgreSQL writes instants in JSON with an offset; ours end in Z. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
