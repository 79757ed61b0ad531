import type { CriticalLimit, Interval } from "@/lib/core/interval";
import { invalidFields } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import {
  type AnalyteRow,
  agesOf,
  choicesOf,
  type IntervalRow,
  presentLine,
  presentSampleType,
  sexOf,
  type TestRow,
  turnaroundOf,
} from "./presenter";
import { withLines } from "./repository.find";
import type { AnalyteKind, AnalyteLine, Choice, SampleType } from "./schema";
import type { Turnaround } from "./schema.sold";

export { findPanels, findTests } from "./repository.find";
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
