import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import { enterLaboratory, type PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { Laboratory } from "@/lib/infra/prisma/client";
import type { LaboratorySort } from "./schema";

export type LaboratoryRow = Pick<
  Laboratory,
  "id" | "slug" | "name" | "state" | "isDemonstration" | "suspendedAt" | "version" | "createdAt"
> & { members: number; lastActiveAt: Date | null };

export const laboratoryOrders: Record<LaboratorySort, ListOrder> = {
  name: { key: "lower(l.name)", form: "text", way: "asc", id: "l.id" },
  newest: { key: "l.created_at", form: "instant", way: "desc", id: "l.id" },
  oldest: { key: "l.created_at", form: "instant", way: "asc", id: "l.id" },
};

export type LaboratoryQuery = {
  q?: string | undefined;
  state?: Laboratory["state"] | undefined;
};

/** Laboratories that fit, with what may be counted of them. They are few enough to be looked through. */
export async function findLaboratories(
  db: PlatformDb,
  { q, state }: LaboratoryQuery,
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(LaboratoryRow & { sortKey: string | Date })[]> {
  return db.sql(
    `select l.*, f.members, f.last_active_at as "lastActiveAt"
     from (
       select l.id, l.slug, l.name, l.state::text as state, l.is_demonstration as "isDemonstration",
         l.suspended_at as "suspendedAt", l.version, l.created_at as "createdAt", ${key}
       from laboratory l
       where ($1::text is null or position(lower($1) in lower(l.name)) > 0 or starts_with(l.slug, lower($1)))
         and ($2::text is null or l.state::text = $2)
         and ${beyond(3)}
       ${orderBy} limit $5
     ) l
     cross join lateral laboratory_figures(array[l.id]) f`,
    [q ?? null, state ?? null, ...after, take],
  );
}

/** @throws Problem "not_found" */
export async function readLaboratoryRow(db: PlatformDb, id: string): Promise<Laboratory> {
  const row = await db.laboratory.findFirst({ where: { id } });
  if (!row) throw notFound();
  return row;
}

export type LaboratoryFigures = {
  members: number;
  lastActiveAt: Date | null;
  roles: { role: string; members: number }[];
  administrators: { accountId: string; name: string; email: string }[];
  openSessions: number;
  deadMails: number;
};

/** What may be told of one laboratory: its people in numbers, and whom to write to. */
export async function readFigures(db: PlatformDb, at: Date, id: string): Promise<LaboratoryFigures> {
  // Its members are behind its wall.
  await enterLaboratory(id, null);
  const [counted] = await db.sql<{
    members: number;
    lastActiveAt: Date | null;
    openSessions: number;
    deadMails: number;
  }>(
    `select f.members, f.last_active_at as "lastActiveAt",
       (select count(*)::int from session where laboratory_id = $1 and ended_at is null and idle_until > $2
         and expires_at > $2) as "openSessions",
       (select count(*)::int from mail where laboratory_id = $1 and state = 'dead') as "deadMails"
     from laboratory_figures(array[$1::uuid]) f`,
    [id, at],
  );
  const roles = await db.sql<{ role: string; members: number }>(
    `select role, count(*)::int as members from member, unnest(roles) role
     where laboratory_id = $1 and state = 'active' group by role order by role`,
    [id],
  );
  const administrators = await db.member.findMany({
    where: { laboratoryId: id, state: "active", roles: { has: "administrator" } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    take: 20,
  });
  return {
    ...(counted ?? { members: 0, lastActiveAt: null, openSessions: 0, deadMails: 0 }),
    roles,
    administrators: administrators.map(({ accountId, displayName, email }) => ({
      accountId,
      name: displayName,
      email,
    })),
  };
}

/** @throws Problem "conflict" when somebody else changed it at the same moment. */
export async function moveLaboratory(
  db: PlatformDb,
  now: Date,
  { id, version }: Laboratory,
  to: { state: Laboratory["state"]; suspendedAt: Date | null; suspendReason: string | null },
): Promise<void> {
  const { count } = await db.laboratory.updateMany({
    where: { id, version },
    data: { ...to, version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
}

/** Everybody there is signed out, at every door. Answers how many sessions ended. */
export async function endSessionsAt(db: PlatformDb, now: Date, laboratoryId: string): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { laboratoryId, endedAt: null },
    data: { endedAt: now, endReason: "laboratory_suspended" },
  });
  return count;
}
