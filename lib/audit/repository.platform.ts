import type { PlatformDb } from "@/lib/infra/db";
import type { PlatformEvent, Prisma } from "@/lib/infra/prisma/client";

export type PlatformFilter = {
  actorId?: string | undefined;
  action?: string | undefined;
  recordId?: string | undefined;
  outcome?: string | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
};

/** Events outside any one laboratory that fit, newest first. */
export function findPlatformEvents(
  db: PlatformDb,
  { from, to, ...filter }: PlatformFilter,
  { before, take }: { before: { at: Date; id: string } | null; take: number },
): Promise<PlatformEvent[]> {
  const exact = Object.entries(filter).filter(([, value]) => value !== undefined);
  return db.platformEvent.findMany({
    where: {
      AND: [
        Object.fromEntries(exact),
        from ? { at: { gte: from } } : {},
        to ? { at: { lt: to } } : {},
        ...(before ? continuesAfter(before) : []),
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
}

/** The first of the two lets the index begin where the page before ended. */
function continuesAfter({ at, id }: { at: Date; id: string }): Prisma.PlatformEventWhereInput[] {
  return [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }];
}
