import type { CriticalLimit, Interval } from "@/lib/core/interval";
import { readCursor } from "@/lib/core/paging";
import { invalidField, invalidFields, notFound, Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";
import {
  type AnalyteRow,
  agesOf,
  choicesOf,
  type IntervalRow,
  type PanelRow,
  type PriceRow,
  presentLine,
  presentSampleType,
  sexOf,
  type TestRow,
  turnaroundOf,
} from "./presenter";
import type { AnalyteKind, AnalyteLine, Choice, SampleType, Turnaround } from "./schema";

export { loadStarterCatalogue } from "./starter/load-starter";

export type OrderableTest = {
  id: string;
  code: string;
  name: string;
  loinc: string | null;
  section: string;
  sampleType: SampleType;
  /** A special way of taking it; tests share a tube only when they agree in this. */
  collection: string | null;
  turnaroundMinutes: Turnaround;
  analytes: (AnalyteLine & { position: number })[];
};

/** What an order item stands for. */
export type Orderable = {
  kind: "test" | "panel";
  code: string;
  name: string;
  /** Minor units; null when the price list does not name it. */
  price: number | null;
  tests: OrderableTest[];
};

export type OrderableCode = { testCode?: string | undefined; panelCode?: string | undefined };

/**
 * What is behind the codes of an order, in their order, whatever their number in the same few queries.
 * @param path where the codes stand in the caller's input, for the problem's field names.
 * @throws Problem "validation_failed" naming each item that is unknown or retired.
 */
export async function orderables(
  db: LabDb,
  laboratoryId: string,
  codes: readonly OrderableCode[],
  path = "items",
): Promise<Orderable[]> {
  const panels = await db.panel.findMany({
    where: { laboratoryId, code: { in: known(codes.map((item) => item.panelCode)) }, retiredAt: null },
    include: { tests: { orderBy: { position: "asc" } } },
  });
  const panelTestIds = panels.flatMap((panel) => panel.tests.map(({ testId }) => testId));
  const tests = await db.test.findMany({
    where: {
      laboratoryId,
      retiredAt: null,
      OR: [{ code: { in: known(codes.map((item) => item.testCode)) } }, { id: { in: panelTestIds } }],
    },
    include: withLines,
  });
  const prices = await db.price.findMany({
    where: { laboratoryId, code: { in: known(codes.map((item) => item.testCode ?? item.panelCode)) } },
  });

  const priceOf = new Map(prices.map(({ code, amount }) => [code, amount]));
  const testById = new Map(tests.map((test) => [test.id, test]));
  const testByCode = new Map(tests.map((test) => [test.code, test]));
  const panelByCode = new Map(panels.map((panel) => [panel.code, panel]));

  const errors: Record<string, string[]> = {};
  const found = codes.map(({ testCode, panelCode }, place): Orderable | null => {
    const panel = panelByCode.get(panelCode ?? "");
    const test = testByCode.get(testCode ?? "");
    const members = panel ? panel.tests.map(({ testId }) => testById.get(testId)) : [test];
    const tests = known(members);
    const named = panel ?? test;
    if (!named || tests.length < members.length) {
      const [field, noun] = panelCode === undefined ? ["testCode", "test"] : ["panelCode", "panel"];
      errors[`${path}.${place}.${field}`] = [`There is no ${noun} with this code to be ordered.`];
      return null;
    }
    return {
      kind: panel ? "panel" : "test",
      code: named.code,
      name: named.name,
      price: priceOf.get(named.code) ?? null,
      tests: tests.map(orderableTest),
    };
  });
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  return known(found);
}

/** A test with what hangs on it. */
export const withLines = {
  sampleType: true,
  analytes: { include: { analyte: true }, orderBy: { position: "asc" } },
} as const;

function orderableTest(row: TestRow): OrderableTest {
  const { id, code, name, loinc, section, collection } = row;
  return {
    ...{ id, code, name, loinc, section, collection },
    sampleType: presentSampleType(row.sampleType),
    turnaroundMinutes: turnaroundOf(row),
    analytes: row.analytes.map(({ analyte, position }) => ({ ...presentLine(analyte), position })),
  };
}

function known<T>(items: readonly (T | null | undefined)[]): T[] {
  return items.filter((item): item is T => item !== null && item !== undefined);
}

/** An analyte as a value is judged by it. */
export type JudgedAnalyte = {
  id: string;
  code: string;
  name: string;
  unit: string | null;
  decimals: number;
  method: string | null;
  kind: AnalyteKind;
  choices: Choice[];
  version: number;
  intervals: (Interval & { id: string })[];
  limits: CriticalLimit[];
};

/** What values are judged by now: intervals and critical limits that are not retired. */
export async function analytesForJudging(
  db: LabDb,
  laboratoryId: string,
  analyteIds: readonly string[],
): Promise<Map<string, JudgedAnalyte>> {
  const living = { where: { retiredAt: null }, orderBy: { id: "asc" } } as const;
  const rows = await db.analyte.findMany({
    where: { laboratoryId, id: { in: [...new Set(analyteIds)] } },
    include: { intervals: living, limits: living },
  });
  return new Map(rows.map((row) => [row.id, judgedAnalyte(row)]));
}

type JudgedRow = AnalyteRow & { intervals: IntervalRow[] };

function judgedAnalyte(row: JudgedRow): JudgedAnalyte {
  const { id, code, name, unit, decimals, method, kind, version } = row;
  return {
    ...{ id, code, name, unit, decimals, method, kind, version },
    choices: choicesOf(row),
    intervals: row.intervals.map((interval) => ({
      id: interval.id,
      sex: sexOf(interval),
      ...agesOf(interval),
      pregnant: interval.pregnant,
      sampleType: interval.sampleType,
      low: interval.low,
      high: interval.high,
      text: interval.text,
    })),
    limits: row.limits.map((limit) => ({ ...agesOf(limit), low: limit.low, high: limit.high })),
  };
}

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
  const key = readCursor(cursor, 2);
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
  return known(codes.map((code) => byCode.get(code)));
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

/** Intervals of an analyte that are not retired, from birth on. */
export function livingIntervals(db: LabDb, laboratoryId: string, analyteId: string): Promise<IntervalRow[]> {
  return db.referenceInterval.findMany({
    where: { laboratoryId, analyteId, retiredAt: null },
    orderBy: [
      { sampleType: "asc" },
      { pregnant: "asc" },
      { sex: "asc" },
      { ageFromKey: { sort: "asc", nulls: "first" } },
    ],
  });
}

export function insertInterval(
  db: LabDb,
  data: Prisma.ReferenceIntervalUncheckedCreateInput,
): Promise<IntervalRow> {
  return db.referenceInterval.create({ data });
}

/** @throws Problem "not_found" when it is no living interval of the analyte. */
export async function endInterval(
  db: LabDb,
  laboratoryId: string,
  { analyteId, intervalId }: { analyteId: string; intervalId: string },
  now: Date,
): Promise<void> {
  const { count } = await db.referenceInterval.updateMany({
    where: { laboratoryId, analyteId, id: intervalId, retiredAt: null },
    data: { retiredAt: now, ...changedAt(now) },
  });
  if (count === 0) throw notFound();
}

/** Puts these critical limits in place of those the analyte had; the old ones are kept, retired. */
export async function replaceLimits(
  db: LabDb,
  laboratoryId: string,
  analyteId: string,
  limits: Omit<Prisma.CriticalLimitCreateManyInput, "laboratoryId" | "analyteId">[],
  now: Date,
): Promise<void> {
  await db.criticalLimit.updateMany({
    where: { laboratoryId, analyteId, retiredAt: null },
    data: { retiredAt: now },
  });
  await db.criticalLimit.createMany({
    data: limits.map((limit) => ({ ...limit, laboratoryId, analyteId, createdAt: now })),
  });
}

const PRICES = `
  select p.code, i.kind, i.name, p.amount, p.version, p.updated_at as "updatedAt"
  from price p join (
    select laboratory_id, code, name, 'test' as kind, retired_at from test union all
    select laboratory_id, code, name, 'panel', retired_at from panel
  ) i on i.laboratory_id = p.laboratory_id and i.code = p.code
  where p.laboratory_id = $1`;

/** The price list, by code: tests and panels that are not retired. */
export function findPrices(
  db: LabDb,
  laboratoryId: string,
  { q, after, take }: { q: string; after: string | null; take: number },
): Promise<PriceRow[]> {
  return db.sql<PriceRow>(
    `${PRICES} and i.retired_at is null and ($2::text is null or p.code > $2)
       and (position(lower($3) in lower(i.name)) > 0 or position(lower($3) in lower(p.code)) > 0)
     order by p.code limit $4`,
    [laboratoryId, after, q, take],
  );
}

/** What a code costs, whether or not it is retired; null when it has no price. */
export async function findPrice(db: LabDb, laboratoryId: string, code: string): Promise<PriceRow | null> {
  const [row] = await db.sql<PriceRow>(`${PRICES} and p.code = $2`, [laboratoryId, code]);
  return row ?? null;
}

/** Sets the price of a test or a panel. @throws Problem "not_found" for a code of neither, "conflict" for a lost race. */
export async function writePrice(
  db: LabDb,
  laboratoryId: string,
  { code, amount, version }: { code: string; amount: number; version: number | null },
  now: Date,
): Promise<void> {
  const [priced] = await db.sql(
    `select 1 from test where laboratory_id = $1 and code = $2
     union all select 1 from panel where laboratory_id = $1 and code = $2`,
    [laboratoryId, code],
  );
  if (!priced) throw notFound();
  const written = await db.sql(
    `insert into price as p (laboratory_id, code, amount, version, updated_at) values ($1, $2, $3, 1, $4)
     on conflict (laboratory_id, code) do update
       set amount = excluded.amount, version = p.version + 1, updated_at = excluded.updated_at
       where p.version = $5
     returning 1`,
    [laboratoryId, code, amount, now, version],
  );
  wonRace(written.length);
}
