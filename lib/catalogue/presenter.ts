import { type AgeBound, boundKey } from "@/lib/core/age";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { Analyte, AnalyteLine, Choice, SampleType } from "./schema";
import type { ReferenceInterval, Source } from "./schema.intervals";
import type { Panel, Price, Test, Turnaround } from "./schema.sold";

export type AnalyteRow = Prisma.AnalyteGetPayload<{ include: { limits: true } }>;
export type IntervalRow = Prisma.ReferenceIntervalGetPayload<object>;
export type LimitRow = Prisma.CriticalLimitGetPayload<object>;
export type TestRow = Prisma.TestGetPayload<{
  include: { sampleType: true; analytes: { include: { analyte: true } } };
}>;
export type PriceRow = Omit<Price, "currency" | "updatedAt"> & { updatedAt: Date };
export type PanelRow = Prisma.PanelGetPayload<{
  include: { tests: { include: { test: { include: { analytes: { include: { analyte: true } } } } } } };
}>;

export function presentAnalyte(row: AnalyteRow): Analyte {
  return {
    ...presentLine(row),
    method: row.method,
    choices: choicesOf(row),
    criticalLimits: row.limits.map(presentLimit),
    ...record(row),
  };
}

export function presentLine(row: Omit<Prisma.AnalyteGetPayload<object>, "choices">): AnalyteLine {
  const { id, code, name, section, groupName, loinc, unit, decimals, kind } = row;
  return { id, code, name, section, group: groupName, loinc, unit, decimals, kind };
}

export function presentInterval(row: IntervalRow): ReferenceInterval {
  const { id, analyteId, pregnant, sampleType, low, high, text } = row;
  const sex = sexOf(row);
  return {
    ...{ id, analyteId, sex, ...agesOf(row), pregnant, sampleType, low, high, text, source: sourceOf(row) },
    ...record(row),
  };
}

export function presentLimit(row: LimitRow) {
  return { id: row.id, ...agesOf(row), low: row.low, high: row.high, source: sourceOf(row) };
}

export function presentTest(row: TestRow): Test {
  const { id, code, name, loinc, section, collection } = row;
  return {
    ...{ id, code, name, loinc, section, collection },
    sampleType: presentSampleType(row.sampleType),
    turnaroundMinutes: turnaroundOf(row),
    analytes: row.analytes.map(({ analyte }) => presentLine(analyte)),
    ...record(row),
  };
}

export function presentPanel(row: PanelRow): Panel {
  const { id, code, name, loinc } = row;
  const tests = row.tests.map(({ test }) => test);
  const lines = tests.flatMap((test) => test.analytes.map(({ analyte }) => presentLine(analyte)));
  return {
    ...{ id, code, name, loinc },
    tests: tests.map(({ id, code, name, section }) => ({ id, code, name, section })),
    // An analyte that two of its tests share is one line.
    analytes: [...new Map(lines.map((analyte) => [analyte.id, analyte])).values()],
    ...record(row),
  };
}

export function presentSampleType({ id, code, name, container, cap }: SampleType): SampleType {
  return { id, code, name, container, cap };
}

export function presentPrice({ updatedAt, ...price }: PriceRow, currency: string): Price {
  return { ...price, currency, updatedAt: updatedAt.toISOString() };
}

export function turnaroundOf(row: Omit<Prisma.TestGetPayload<object>, "sampleType">): Turnaround {
  return { routine: row.turnaroundRoutine, urgent: row.turnaroundUrgent, stat: row.turnaroundStat };
}

export function turnaroundColumns({ routine, urgent, stat }: Turnaround) {
  return { turnaroundRoutine: routine, turnaroundUrgent: urgent, turnaroundStat: stat };
}

// JSON columns hold what `schema.ts` checked before it was written: hence the casts.

export function choicesOf(row: { choices: Prisma.JsonValue }): Choice[] {
  return row.choices as Choice[];
}

export function agesOf(row: { ageFrom: Prisma.JsonValue; ageTo: Prisma.JsonValue }) {
  return { ageFrom: row.ageFrom as AgeBound | null, ageTo: row.ageTo as AgeBound | null };
}

function sourceOf(row: { source: Prisma.JsonValue }): Source | null {
  return row.source as Source | null;
}

/** The database allows no other (interval_sex). */
export function sexOf(row: { sex: string | null }): "female" | "male" | null {
  return row.sex as "female" | "male" | null;
}

/** Ages as they were given, and as the database compares them. */
export function ageColumns(ageFrom: AgeBound | null | undefined, ageTo: AgeBound | null | undefined) {
  return {
    ...(ageFrom && { ageFrom, ageFromKey: boundKey(ageFrom) }),
    ...(ageTo && { ageTo, ageToKey: boundKey(ageTo) }),
  };
}

type Recorded = { version: number; retiredAt: Date | null; createdAt: Date; updatedAt: Date };

function record({ version, retiredAt, createdAt, updatedAt }: Recorded) {
  return {
    version,
    retiredAt: retiredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
