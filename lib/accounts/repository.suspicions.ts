import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { Prisma, Suspicion } from "@/lib/infra/prisma/client";
import { type SuspicionAnswer, type SuspicionKind, strongHours, strongKinds } from "./policy.suspicion";
import type { SuspicionSort } from "./schema.watch";

/** Records what was seen and what was done, for the person and for operators. Answers its id. */
export async function recordSuspicion(
  db: PlatformDb,
  at: Date,
  actor: Pick<Actor, "from" | "laboratory">,
  of: {
    kind: SuspicionKind;
    accountId: string | null;
    evidence: Prisma.InputJsonObject;
    answer: SuspicionAnswer;
  },
): Promise<string> {
  const { ip, host } = actor.from;
  const id = newId();
  await db.suspicion.create({
    data: { id, at, ...of, laboratoryId: actor.laboratory?.id ?? null, ip, host },
  });
  return id;
}

/** Strong signs against an account within the last day. */
export async function countStrongSigns(db: PlatformDb, at: Date, accountId: string): Promise<number> {
  return db.suspicion.count({
    where: {
      accountId,
      kind: { in: strongKinds },
      at: { gt: new Date(at.getTime() - strongHours * 3_600_000) },
    },
  });
}

/** Locks an account that is open; an operator opens it again. */
export async function lockAccount(
  db: PlatformDb,
  at: Date,
  accountId: string,
  stateReason: string,
): Promise<void> {
  await db.account.updateMany({
    where: { id: accountId, state: "active" },
    data: { state: "locked", stateReason, version: { increment: 1 }, updatedAt: at },
  });
}

export async function keepFailedAttempt(
  db: PlatformDb,
  at: Date,
  of: { id: string; ip: string; kind: string; whom: string },
): Promise<void> {
  await db.sql("insert into failed_attempt (id, ip, kind, whom, at) values ($1, $2, $3, $4, $5)", [
    ...[of.id, of.ip, of.kind, of.whom],
    at,
  ]);
}

/** How many different people, in how many tries, an address got wrong. */
export async function countFailedAttempts(
  db: PlatformDb,
  of: { ip: string; kind: string; since: Date },
): Promise<{ whoms: number; attempts: number }> {
  const [row] = await db.sql<{ whoms: number; attempts: number }>(
    `select count(distinct whom)::int as whoms, count(*)::int as attempts from failed_attempt
     where ip = $1 and kind = $2 and at > $3`,
    [of.ip, of.kind, of.since],
  );
  return row ?? { whoms: 0, attempts: 0 };
}

/** Whether an address is suspected already. Those who ask at the same moment take turns, so that one writes it. */
export async function wasSuspected(
  db: PlatformDb,
  of: { kind: SuspicionKind; ip: string; since: Date },
): Promise<boolean> {
  await db.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`suspicion:${of.kind}:${of.ip}`]);
  const found = await db.suspicion.findFirst({
    where: { kind: of.kind, ip: of.ip, accountId: null, at: { gt: of.since } },
    select: { id: true },
  });
  return found !== null;
}

/** What was suspected of an account since then, newest first. */
export async function warningsOf(
  db: PlatformDb,
  accountId: string,
  since: Date,
  take: number,
): Promise<Suspicion[]> {
  return db.suspicion.findMany({
    where: { accountId, at: { gt: since } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
}

export const suspicionOrders: Record<SuspicionSort, ListOrder> = {
  newest: { key: "at", form: "instant", way: "desc" },
  oldest: { key: "at", form: "instant", way: "asc" },
  kind: { key: "kind", form: "text", way: "asc" },
};

type SuspicionFilter = {
  /** An IP address or an account's public id. */
  q?: string | undefined;
  accountId?: string | undefined;
  kind?: SuspicionKind | undefined;
  state?: "open" | "reviewed" | undefined;
};

/** Suspicions that fit. */
export async function findSuspicions(
  db: PlatformDb,
  { q, accountId, kind, state }: SuspicionFilter,
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(Suspicion & { sortKey: Date | string })[]> {
  return db.sql(
    `select id, at, kind, account_id as "accountId", laboratory_id as "laboratoryId", host, ip, evidence, answer,
       state::text as state, reviewed_at as "reviewedAt", reviewed_by_id as "reviewedById", note, ${key}
     from suspicion
     where ($1::uuid is null or account_id = $1) and ($2::text is null or kind = $2)
       and ($3::"SuspicionState" is null or state = $3)
       and ($4::text is null or ip = $4 or account_id = (select a.id from account a where a.public_id = upper($4)))
       and ${beyond(5)}
     ${orderBy} limit $7`,
    [accountId ?? null, kind ?? null, state ?? null, q ?? null, ...after, take],
  );
}

/** Public ids of accounts, by their ids. */
export async function publicIdsOf(db: PlatformDb, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, publicId: true },
  });
  return new Map(rows.map(({ id, publicId }) => [id, publicId]));
}

/** An operator has looked at it. Null when it is not there, or when somebody has looked already. */
export async function reviewSuspicion(
  db: PlatformDb,
  at: Date,
  of: { id: string; reviewedById: string; note: string },
): Promise<Suspicion | null> {
  const { id, reviewedById, note } = of;
  const { count } = await db.suspicion.updateMany({
    where: { id, state: "open" },
    data: { state: "reviewed", reviewedAt: at, reviewedById, note },
  });
  return count === 0 ? null : db.suspicion.findFirst({ where: { id } });
}

export async function isSuspicion(db: PlatformDb, id: string): Promise<boolean> {
  return (await db.suspicion.count({ where: { id } })) > 0;
}
