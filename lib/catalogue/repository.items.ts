import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";

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
