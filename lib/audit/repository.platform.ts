import type { PlatformDb } from "@/lib/infra/db";
import type { PlatformEvent, Prisma } from "@/lib/infra/prisma/client";
import type { EventSort } from "./schema.platform";

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

/** Events outside any one laboratory that fit, by when they happened. */
export function findPlatformEvents(
  db: PlatformDb,
  { from, to, ...filter }: PlatformFilter,
  { sort, after, take }: { sort: EventSort; after: { at: Date; id: string } | null; take: number },
): Promise<PlatformEvent[]> {
  const way = sort === "newest" ? "desc" : "asc";
  const exact = Object.entries(filter).filter(([, value]) => value !== undefined);
  return db.platformEvent.findMany({
    where: {
      AND: [
        Object.fromEntries(exact),
        from ? { at: { gte: from } } : {},
        to ? { at: { lt: to } } : {},
        ...(after ? continuesAfter(after, sort) : []),
      ],
    },
    orderBy: [{ at: way }, { id: way }],
    take,
  });
}

/** The first of the two lets the index begin where the page before ended. */
function continuesAfter(
  { at, id }: { at: Date; id: string },
  sort: EventSort,
): Prisma.PlatformEventWhereInput[] {
  const [past, notBefore] = sort === "newest" ? (["lt", "lte"] as const) : (["gt", "gte"] as const);
  return [{ at: { [notBefore]: at } }, { OR: [{ at: { [past]: at } }, { at, id: { [past]: id } }] }];
}
