import { readCursor } from "@/lib/core/paging";
import { invalidField, invalidFields, notFound, Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { AnalyteRow, PanelRow, TestRow } from "./presenter";
import type { SampleType } from "./schema";

export type CatalogueQuery = {
  q?: string | undefined;
  loinc?: string | undefined;
  section?: string | undefined;
  retired?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** What every list of the catalogue filters by, sorts by and continues after. */
function listed(laboratoryId: string, { retired, limit, cursor }: CatalogueQuery) {
  const key = readCursor(cursor, ["text", "id"]);
  const [name, id] = [String(key?.[0]), String(key?.[1])];
  return {
    where: {
      laboratoryId,
      retiredAt: retired ? { not: null } : null,
      ...(key && { AND: [{ OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }] }),
    },
    orderBy: [{ name: "asc" as const }, { id: "asc" as const }],
    take: limit + 1,
  };
}

/** Each word of `q`, as a part of the name or of the code, in either case. */
function named(q: string | undefined) {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  return words.map((word) => {
    const contains = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
    return { OR: [{ name: contains }, { code: contains }] };
  });
}

export const keyOfName = ({ name, id }: { name: string; id: string }) => [name, id];

/** A test with what hangs on it. */
export const withLines = {
  sampleType: true,
  analytes: { include: { analyte: true }, orderBy: { position: "asc" } },
} as const;

export function findTests(db: LabDb, laboratoryId: string, query: CatalogueQuery): Promise<TestRow[]> {
  const { where, ...rest } = listed(laboratoryId, query);
  const { loinc, section } = query;
  return db.test.findMany({
    where: {
      AND: [
        where,
        ...named(query.q),
        section ? { section } : {},
        loinc ? { OR: [{ loinc }, { analytes: { some: { analyte: { loinc } } } }] } : {},
      ],
    },
    include: withLines,
    ...rest,
  });
}

export async function findTest(db: LabDb, laboratoryId: string, id: string): Promise<TestRow> {
  return found(await db.test.findFirst({ where: { laboratoryId, id }, include: withLines }));
}

const withTests = {
  tests: {
    include: { test: { include: { analytes: withLines.analytes } } },
    orderBy: { position: "asc" },
  },
} as const;

export function findPanels(db: LabDb, laboratoryId: string, query: CatalogueQuery): Promise<PanelRow[]> {
  const { where, ...rest } = listed(laboratoryId, query);
  const { loinc, section } = query;
  const someTest = (test: object) => ({ tests: { some: { test } } });
  return db.panel.findMany({
    where: {
      AND: [
        where,
        ...named(query.q),
        section ? someTest({ section }) : {},
        loinc
          ? { OR: [{ loinc }, someTest({ loinc }), someTest({ analytes: { some: { analyte: { loinc } } } })] }
          : {},
      ],
    },
    include: withTests,
    ...rest,
  });
}

export async function findPanel(db: LabDb, laboratoryId: string, id: string): Promise<PanelRow> {
  return found(await db.panel.findFirst({ where: { laboratoryId, id }, include: withTests }));
}

const withLimits = { limits: { where: { retiredAt: null }, orderBy: { id: "asc" } } } as const;

export function findAnalytes(db: LabDb, laboratoryId: string, query: CatalogueQuery): Promise<AnalyteRow[]> {
  const { where, ...rest } = listed(laboratoryId, query);
  const { loinc, section } = query;
  return db.analyte.findMany({
    where: { AND: [where, ...named(query.q), section ? { section } : {}, loinc ? { loinc } : {}] },
    include: withLimits,
    ...rest,
  });
}

export async function findAnalyte(db: LabDb, laboratoryId: string, id: string): Promise<AnalyteRow> {
  return found(await db.analyte.findFirst({ where: { laboratoryId, id }, include: withLimits }));
}

function found<T>(row: T | null): T {
  if (row === null) throw notFound();
  return row;
}

/**
 * Holds a code for the transaction: no test and no panel has it, in upper or lower case, and nobody else can
 * take it meanwhile. Retired ones keep theirs, because old orders and invoices say it.
 * @throws Problem "already_exists"
 */
export async function takeCode(
  db: LabDb,
  laboratoryId: string,
  code: string,
  tables: readonly ("test" | "panel" | "analyte")[],
): Promise<void> {
  await db.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `${laboratoryId}:code:${code.toUpperCase()}`,
  ]);
  for (const table of tables) {
    const [taken] = await db.sql<{ name: string }>(
      `select name from ${table} where laboratory_id = $1 and upper(code) = upper($2)`,
      [laboratoryId, code],
    );
    if (!taken) continue;
    throw new Problem(
      "already_exists",
      `The code ${code} is that of the ${table} "${taken.name}". Choose another.`,
    );
  }
}

/** Ids by code, of those that are not retired. @throws Problem "validation_failed" at each unknown one. */
export async function idsOf(
  db: LabDb,
  laboratoryId: string,
  table: "test" | "analyte",
  codes: readonly string[],
): Promise<string[]> {
  const rows = await db.sql<{ code: string; id: string }>(
    `select code, id from ${table} where laboratory_id = $1 and code = any($2) and retired_at is null`,
    [laboratoryId, codes],
  );
  const byCode = new Map(rows.map(({ code, id }) => [code, id]));
  const unknown = codes.flatMap((code, place) => (byCode.has(code) ? [] : [`${table}s.${place}`]));
  if (unknown.length > 0) {
    throw invalidFields(
      Object.fromEntries(unknown.map((path) => [path, [`There is no ${table} with this code.`]])),
    );
  }
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

export async function insertTest(db: LabDb, data: Prisma.TestUncheckedCreateInput): Promise<void> {
  await db.test.create({ data, select: { id: true } });
}

export async function insertPanel(db: LabDb, data: Prisma.PanelUncheckedCreateInput): Promise<void> {
  await db.panel.create({ data, select: { id: true } });
}

export async function insertAnalyte(db: LabDb, data: Prisma.AnalyteUncheckedCreateInput): Promise<void> {
  await db.analyte.create({ data, select: { id: true } });
}

/**
 * Writes a change of a record that was read at `version`, so that a lost race is a problem and no overwrite.
 * @throws Problem "conflict"
 */
export async function updateTest(
  db: LabDb,
  { laboratoryId, id, version }: Guarded,
  now: Date,
  data: Prisma.TestUpdateManyMutationInput & { sampleTypeId?: string },
): Promise<void> {
  const { count } = await db.test.updateMany({
    where: { laboratoryId, id, version },
    data: { ...data, ...changedAt(now) },
  });
  wonRace(count);
}

/** As `updateTest`. */
export async function updatePanel(
  db: LabDb,
  { laboratoryId, id, version }: Guarded,
  now: Date,
  data: Prisma.PanelUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db.panel.updateMany({
    where: { laboratoryId, id, version },
    data: { ...data, ...changedAt(now) },
  });
  wonRace(count);
}

/** As `updateTest`. Also when only its intervals or limits change: results keep the version they were judged by (R9). */
export async function updateAnalyte(
  db: LabDb,
  { laboratoryId, id, version }: Guarded,
  now: Date,
  data: Prisma.AnalyteUpdateManyMutationInput = {},
): Promise<void> {
  const { count } = await db.analyte.updateMany({
    where: { laboratoryId, id, version },
    data: { ...data, ...changedAt(now) },
  });
  wonRace(count);
}

type Guarded = { laboratoryId: string; id: string; version: number };

function changedAt(now: Date) {
  return { version: { increment: 1 }, updatedAt: now };
}

/** Puts these analytes, in this order, in place of those the test had. */
export async function setAnalytes(
  db: LabDb,
  laboratoryId: string,
  testId: string,
  analyteIds: readonly string[],
) {
  await db.testAnalyte.deleteMany({ where: { laboratoryId, testId } });
  await db.testAnalyte.createMany({
    data: analyteIds.map((analyteId, position) => ({ laboratoryId, testId, analyteId, position })),
  });
}

/** Puts these tests, in this order, in place of those the panel had. */
export async function setTests(db: LabDb, laboratoryId: string, panelId: string, testIds: readonly string[]) {
  await db.panelTest.deleteMany({ where: { laboratoryId, panelId } });
  await db.panelTest.createMany({
    data: testIds.map((testId, position) => ({ laboratoryId, panelId, testId, position })),
  });
}

/** Codes of what still uses a test or an analyte. */
export async function usersOf(db: LabDb, laboratoryId: string, table: "test" | "analyte", id: string) {
  const rows =
    table === "test"
      ? await db.panel.findMany({
          where: { laboratoryId, retiredAt: null, tests: { some: { testId: id } } },
          select: { code: true },
          orderBy: { code: "asc" },
        })
      : await db.test.findMany({
          where: { laboratoryId, retiredAt: null, analytes: { some: { analyteId: id } } },
          select: { code: true },
          orderBy: { code: "asc" },
        });
  return rows.map(({ code }) => code);
}

export function findSampleTypes(db: LabDb, laboratoryId: string): Promise<SampleType[]> {
  return db.sampleType.findMany({ where: { laboratoryId }, orderBy: { name: "asc" } });
}

/** @throws Problem "validation_failed" at `sampleType` */
export async function sampleTypeId(db: LabDb, laboratoryId: string, code: string): Promise<string> {
  const row = await db.sampleType.findFirst({ where: { laboratoryId, code } });
  if (!row) throw invalidField("sampleType", "There is no sample type with this code.");
  return row.id;
}
