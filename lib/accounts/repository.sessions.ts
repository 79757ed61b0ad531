import type { Actor, Origin } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import type { Session, SessionDoor } from "@/lib/infra/prisma/client";
import { keyed, randomToken, tokenHash } from "@/lib/infra/secrets";

const day = 24 * 3_600_000;

const idle = { browser: 12 * 3_600_000, program: 7 * day } as const;
const absolute = 30 * day;

/** What a person has proved who they are with. A code from the mail never counts as a second factor. */
export type Proved = {
  first: "password" | "email_code" | "passkey" | "invitation" | "registration";
  second?: SecondFactor | undefined;
};

export type SecondFactor = "totp" | "passkey" | "recovery_code";

/** A new session of this host (S6). Its id is new at every sign-in (S12). */
export async function startSession(
  db: PlatformDb,
  at: Date,
  of: {
    accountId: string;
    laboratoryId: string | null;
    door: SessionDoor;
    from: Origin;
    proved: Proved;
    deviceId?: string | null;
    timeZone?: string | null;
  },
): Promise<Session> {
  const { accountId, laboratoryId, door, from, proved, deviceId = null, timeZone = null } = of;
  const { host, device, ip } = from;
  return db.session.create({
    data: {
      id: newId(),
      ...{ accountId, laboratoryId, door, host, device, ip, deviceId, timeZone },
      ...{ firstFactor: proved.first, secondFactor: proved.second ?? null },
      createdAt: at,
      provedAt: at,
      lastActiveAt: at,
      idleUntil: new Date(at.getTime() + idle[door]),
      expiresAt: new Date(at.getTime() + absolute),
    },
  });
}

/** Why a session is over. */
type EndReason =
  | "signed_out"
  | "signed_out_everywhere"
  | "replayed"
  | "removed"
  | "replaced"
  | "ended_by_operator"
  | "account_locked"
  | "account_disabled";

/** Ends sessions that are still open; their tokens are dead with them. Answers how many. */
export async function endSessions(
  db: PlatformDb,
  at: Date,
  which: { accountId: string; id?: string; laboratoryId?: string; deviceId?: string },
  reason: EndReason,
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { ...which, endedAt: null },
    data: { endedAt: at, endReason: reason },
  });
  return count;
}

/** Ends the account's other sessions: how one signs in has changed, and they began before it did. */
export async function endSessionsBut(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; sessionId: string | null },
): Promise<void> {
  await db.session.updateMany({
    where: { accountId: of.accountId, endedAt: null, id: { not: of.sessionId ?? newId() } },
    data: { endedAt: at, endReason: "security_changed" },
  });
}

/** What the session behind an actor has proved, and when. */
export async function findProof(
  db: PlatformDb,
  sessionId: string,
): Promise<{ first: Proved["first"]; second: SecondFactor | null; provedAt: Date } | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId },
    select: { firstFactor: true, secondFactor: true, provedAt: true },
  });
  if (!row) return null;
  // Both columns are written from these very types.
  const factors = {
    first: row.firstFactor as Proved["first"],
    second: row.secondFactor as SecondFactor | null,
  };
  return { ...factors, provedAt: row.provedAt };
}

/** The person has proved who they are again; a second factor is remembered when they gave one. */
export async function renewProof(
  db: PlatformDb,
  at: Date,
  of: { sessionId: string; second: SecondFactor | null },
): Promise<void> {
  const { sessionId, second } = of;
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { provedAt: at, ...(second && { secondFactor: second }) },
  });
}

export async function lockSession(db: PlatformDb, at: Date, sessionId: string): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null, lockedAt: null },
    data: { lockedAt: at },
  });
}

export async function unlockSession(db: PlatformDb, at: Date, sessionId: string): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { lockedAt: null, lastActiveAt: at },
  });
}

const recentMs = 3_600_000;

/** Whether a proof is recent enough for a sensitive change (S15). */
export function isRecent(provedAt: Date, at: Date): boolean {
  return provedAt.getTime() > at.getTime() - recentMs;
}

/** Holds a sensitive change to a sign-in of the last hour (S15). @throws Problem "reauthentication_required" */
export async function holdRecentSignIn(db: PlatformDb, actor: Actor, at: Date): Promise<void> {
  if (actor.kind === "job") return;
  const recent = await db.session.findFirst({
    where: { id: actor.session?.id ?? newId(), provedAt: { gt: new Date(at.getTime() - recentMs) } },
    select: { id: true },
  });
  if (recent) return;
  throw new Problem(
    "reauthentication_required",
    "You signed in more than an hour ago. Confirm that it is you, then repeat this.",
  );
}

export async function findOpenSessions(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; before: string | null; limit: number },
): Promise<Session[]> {
  return db.session.findMany({
    where: {
      accountId: of.accountId,
      endedAt: null,
      idleUntil: { gt: at },
      expiresAt: { gt: at },
      ...(of.before !== null && { id: { lt: of.before } }),
    },
    orderBy: { id: "desc" },
    take: of.limit + 1,
  });
}

// Refresh tokens ------------------------------------------------------------------------------------

/** What tells one client from another when a spent token comes again. */
export function clientOf(from: Origin): string {
  return keyed("client", from.device, from.ip ?? "");
}

/** The token that follows a spent one: derived, so that it can be told again without having been kept (S10). */
export function successorOf(token: string): string {
  return keyed("refresh", "successor", token);
}

export async function keepRefreshToken(
  db: PlatformDb,
  at: Date,
  of: { token: string; session: Session; client: string },
): Promise<void> {
  await db.sql(
    "insert into refresh_token (hash, session_id, client, created_at, expires_at) values ($1, $2, $3, $4, $5)",
    [tokenHash(of.token), of.session.id, of.client, at, of.session.expiresAt],
  );
}

/** A refresh token with its session, held until the transaction ends: parallel uses take turns. */
export async function holdRefreshToken(
  db: PlatformDb,
  token: string,
): Promise<{ client: string; spentAt: Date | null; session: Session } | null> {
  const hash = tokenHash(token);
  const rows = await db.sql("select from refresh_token where hash = $1 for update", [hash]);
  if (rows.length === 0) return null;
  return db.refreshToken.findFirst({
    where: { hash },
    select: { client: true, spentAt: true, session: true },
  });
}

export async function spendRefreshToken(
  db: PlatformDb,
  at: Date,
  of: { token: string; client: string; session: Session },
): Promise<void> {
  await db.refreshToken.update({
    where: { hash: tokenHash(of.token) },
    data: { spentAt: at, client: of.client },
  });
  const idleUntil = new Date(Math.min(at.getTime() + idle.program, of.session.expiresAt.getTime()));
  await db.session.updateMany({ where: { id: of.session.id }, data: { lastActiveAt: at, idleUntil } });
}

/** What an open session was begun with, for the way to another host (S18a). */
export async function findSessionProof(db: PlatformDb, id: string): Promise<Proved> {
  const row = await db.session.findFirst({
    where: { id, endedAt: null },
    select: { firstFactor: true, secondFactor: true },
  });
  if (!row) throw new Problem("session_ended", "Your session has ended. Sign in again.");
  // Written by startSession alone, from a Proved.
  return { first: row.firstFactor, second: row.secondFactor ?? undefined } as Proved;
}

// Tickets -------------------------------------------------------------------------------------------

const ticketSeconds = 60;

/** A single-use ticket that opens a browser session on one host within a minute (S18a). */
export async function writeTicket(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; laboratoryId: string | null; host: string; proved: Proved },
): Promise<string> {
  const { proved, ...given } = of;
  const factors = { firstFactor: proved.first, secondFactor: proved.second ?? null };
  const ticket = randomToken();
  const expiresAt = new Date(at.getTime() + ticketSeconds * 1000);
  await db.handOverTicket.create({ data: { hash: tokenHash(ticket), ...given, ...factors, expiresAt } });
  return ticket;
}

/** Spends a ticket; null when it is spent, too old or another host's. */
export async function spendTicket(
  db: PlatformDb,
  at: Date,
  of: { ticket: string; host: string },
): Promise<{ accountId: string; laboratoryId: string | null; proved: Proved } | null> {
  const [row] = await db.sql<{
    account_id: string;
    laboratory_id: string | null;
    first_factor: Proved["first"];
    second_factor: SecondFactor | null;
  }>(
    `update hand_over_ticket set used_at = $3
     where hash = $1 and host = $2 and used_at is null and expires_at > $3
     returning account_id, laboratory_id, first_factor, second_factor`,
    [tokenHash(of.ticket), of.host, at],
  );
  if (!row) return null;
  const proved = { first: row.first_factor, second: row.second_factor ?? undefined };
  return { accountId: row.account_id, laboratoryId: row.laboratory_id, proved };
}
