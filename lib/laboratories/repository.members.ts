import type { Role } from "@/lib/core/access";
import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb, PlatformDb } from "@/lib/infra/db";
import type { Member } from "@/lib/infra/prisma/client";
import { createMember } from "./repository";

type Db = LabDb | PlatformDb;

export async function listMemberRows(
  db: Db,
  of: {
    laboratoryId: string;
    state: Member["state"];
    after: readonly [string, string] | null;
    limit: number;
  },
): Promise<Member[]> {
  const { laboratoryId, state, after, limit } = of;
  return db.member.findMany({
    where: {
      laboratoryId,
      state,
      ...(after && {
        OR: [{ displayName: { gt: after[0] } }, { displayName: after[0], id: { gt: after[1] } }],
      }),
    },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
}

/** @throws Problem "not_found" for a member who is none, or no longer. */
export async function readMember(db: Db, laboratoryId: string, id: string): Promise<Member> {
  const row = await db.member.findFirst({ where: { laboratoryId, id, state: "active" } });
  if (!row) throw notFound();
  return row;
}

/** Whether somebody with this address works here already; `key` is how it is compared. */
export async function isMemberEmail(db: Db, laboratoryId: string, key: string): Promise<boolean> {
  const rows = await db.sql(
    "select from member where laboratory_id = $1 and state = 'active' and lower(email) = $2",
    [laboratoryId, key],
  );
  return rows.length > 0;
}

/**
 * Ids of the laboratory's administrators, held until the transaction ends: whoever else takes one away waits,
 * and then counts anew.
 */
export async function holdAdministrators(db: PlatformDb, laboratoryId: string): Promise<string[]> {
  const rows = await db.sql<{ id: string }>(
    `select id from member where laboratory_id = $1 and state = 'active' and 'administrator' = any(roles)
     order by id for update`,
    [laboratoryId],
  );
  return rows.map(({ id }) => id);
}

/** Whoever runs the laboratory: where letters about it go, and how their days are written. */
export async function findAdministrators(
  db: PlatformDb,
  laboratoryId: string,
): Promise<{ email: string; timeZone: string | null; locale: string }[]> {
  return db.sql(
    `select a.email, a.time_zone as "timeZone", a.locale from member m join account a on a.id = m.account_id
     where m.laboratory_id = $1 and m.state = 'active' and 'administrator' = any(m.roles) and a.state = 'active'
     order by m.id`,
    [laboratoryId],
  );
}

/** @throws Problem "conflict" when somebody else changed it at the same moment. */
export async function changeMemberRow(
  db: PlatformDb,
  now: Date,
  member: Member,
  change: { roles: Role[] } | { state: "removed" },
): Promise<Member> {
  const { laboratoryId, id, version } = member;
  const { count } = await db.member.updateMany({
    where: { laboratoryId, id, version, state: "active" },
    data: { ...change, version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
  return { ...member, ...change, version: version + 1, updatedAt: now };
}

/**
 * Makes an account a member with at least these roles. Somebody who was a member before is one again, with
 * these; somebody who is one now keeps what they have besides.
 */
export async function joinLaboratory(
  db: PlatformDb,
  now: Date,
  of: { laboratoryId: string; accountId: string; displayName: string; email: string; roles: Role[] },
): Promise<{ id: string; roles: string[] }> {
  const { laboratoryId, accountId } = of;
  const [former] = await db.sql<{ id: string; roles: string[]; state: Member["state"] }>(
    "select id, roles, state from member where laboratory_id = $1 and account_id = $2 for update",
    [laboratoryId, accountId],
  );
  if (!former) return createMember(db, { ...of, now });
  const roles = former.state === "active" ? [...new Set([...former.roles, ...of.roles])] : of.roles;
  await db.member.updateMany({
    where: { laboratoryId, id: former.id },
    data: { roles, state: "active", version: { increment: 1 }, updatedAt: now },
  });
  return { id: former.id, roles };
}

/** Ties a member to the provider of the directory whom they are; false when that is no longer possible. */
export async function linkProvider(
  db: PlatformDb,
  now: Date,
  of: { laboratoryId: string; providerId: string; memberId: string },
): Promise<boolean> {
  const { laboratoryId, providerId, memberId } = of;
  const other = await db.provider.findFirst({
    where: { laboratoryId, memberId, id: { not: providerId } },
    select: { id: true },
  });
  if (other) return false;
  const { count } = await db.provider.updateMany({
    where: { laboratoryId, id: providerId, retiredAt: null, OR: [{ memberId: null }, { memberId }] },
    data: { memberId, version: { increment: 1 }, updatedAt: now },
  });
  return count > 0;
}

/** Whoever is invited in their place may then be this provider. */
export async function unlinkProvider(db: PlatformDb, now: Date, member: Member): Promise<void> {
  await db.provider.updateMany({
    where: { laboratoryId: member.laboratoryId, memberId: member.id },
    data: { memberId: null, version: { increment: 1 }, updatedAt: now },
  });
}
