import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { Prisma, Suspicion } from "@/lib/infra/prisma/client";
import { type SuspicionAnswer, type SuspicionKind, strongHours, strongKinds } from "./policy.suspicion";

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

type SuspicionFilter = {
  accountId?: string;
  kind?: SuspicionKind;
  state?: "open" | "reviewed";
  since?: Date;
};

/** What was suspected, newest first. */
export async function findSuspicions(
  db: PlatformDb,
  of: SuspicionFilter & { before: { at: string; id: string } | null; limit: number },
): Promise<Suspicion[]> {
  const { before, limit, since, ...filter } = of;
  return db.suspicion.findMany({
    where: {
      ...filter,
      ...(since && { at: { gt: since } }),
      ...(before && { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
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
