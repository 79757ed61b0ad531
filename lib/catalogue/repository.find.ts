import { readCursor } from "@/lib/core/paging";
import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
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

export function findSampleTypes(db: LabDb, laboratoryId: string): Promise<SampleType[]> {
  return db.sampleType.findMany({ where: { laboratoryId }, orderBy: { name: "asc" } });
}
