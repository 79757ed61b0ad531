import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { IntervalRow } from "./presenter";

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
    data: { retiredAt: now, version: { increment: 1 }, updatedAt: now },
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
