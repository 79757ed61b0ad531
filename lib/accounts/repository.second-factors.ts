import type { PlatformDb } from "@/lib/infra/db";
import type { SessionDoor, Totp } from "@/lib/infra/prisma/client";
import { keyed, randomToken, tokenHash } from "@/lib/infra/secrets";
import type { Proved, SecondFactor } from "./repository.sessions";

/**
 * What an account can answer the question for a second factor with, at one host; empty when it has none at all.
 * A passkey answers on its own host only, so somebody who has one elsewhere answers here with a recovery code.
 */
export async function secondFactorsOf(
  db: PlatformDb,
  accountId: string,
  host: string,
): Promise<SecondFactor[]> {
  const [row] = await db.sql<{ totp: boolean; here: boolean; passkey: boolean; codes: boolean }>(
    `select exists (select from totp where account_id = $1 and confirmed_at is not null) as totp,
       exists (select from passkey where account_id = $1 and host = $2) as here,
       exists (select from passkey where account_id = $1) as passkey,
       exists (select from recovery_code where account_id = $1 and used_at is null) as codes`,
    [accountId, host],
  );
  if (!row || !(row.totp || row.passkey)) return [];
  const methods: [SecondFactor, boolean][] = [
    ["totp", row.totp],
    ["passkey", row.here],
    ["recovery_code", row.codes || !row.totp],
  ];
  return methods.filter(([, has]) => has).map(([method]) => method);
}

// A sign-in that waits for its second step ------------------------------------------------------------

const minute = 60_000;
const challengeMinutes = 10;
const triesMax = 5;

/** Remembers a sign-in whose first factor was right. Answers the token that names it. */
export async function writeChallenge(
  db: PlatformDb,
  at: Date,
  of: {
    accountId: string;
    laboratoryId: string | null;
    host: string;
    door: SessionDoor;
    firstFactor: Proved["first"];
  },
): Promise<string> {
  const token = randomToken();
  const expiresAt = new Date(at.getTime() + challengeMinutes * minute);
  await db.signInChallenge.create({ data: { hash: tokenHash(token), ...of, createdAt: at, expiresAt } });
  return token;
}

/** Which sign-in a token names: it counts at one host and one door only (S6). */
export type NamedSignIn = { token: string; host: string; door: SessionDoor };

export type WaitingSignIn = { accountId: string; laboratoryId: string | null; first: Proved["first"] };

type WaitingRow = { account_id: string; laboratory_id: string | null; first_factor: Proved["first"] };

function waitingOf(row: WaitingRow | undefined): WaitingSignIn | null {
  if (!row) return null;
  return { accountId: row.account_id, laboratoryId: row.laboratory_id, first: row.first_factor };
}

const isWaiting =
  'hash = $1 and host = $2 and door = $3::"SessionDoor" and used_at is null and expires_at > $4';

function named(at: Date, { token, host, door }: NamedSignIn): unknown[] {
  return [tokenHash(token), host, door, at];
}

/** The sign-in that waits, held until the transaction ends; null when it waits no longer, or not here. */
export async function holdSignIn(db: PlatformDb, at: Date, of: NamedSignIn): Promise<WaitingSignIn | null> {
  const [row] = await db.sql<WaitingRow>(
    `select account_id, laboratory_id, first_factor from sign_in_challenge where ${isWaiting} for update`,
    named(at, of),
  );
  return waitingOf(row);
}

/**
 * Spends one try in one statement: five for a sign-in that waits, and five in ten minutes for an account however
 * many sign-ins it has begun; after that even the right code is wrong (S8). Holds both counts until the
 * transaction ends, so that parallel tries take turns.
 */
export async function spendTryOfSignIn(
  db: PlatformDb,
  at: Date,
  of: NamedSignIn,
): Promise<WaitingSignIn | null> {
  const [row] = await db.sql<WaitingRow & { tries: number }>(
    `with waiting as (
       update sign_in_challenge set tries_spent = tries_spent + 1
       where ${isWaiting} and tries_spent < $6
       returning account_id, laboratory_id, first_factor),
     tried as (${countTry("select account_id, 1, $4 from waiting", "$5", "$6", "$4")})
     select waiting.*, tried.tries from waiting, tried`,
    [...named(at, of), tenMinutesBefore(at), triesMax],
  );
  return row && row.tries <= triesMax ? waitingOf(row) : null;
}

/** Spends one try of an account that is signed in already; false when there is none left. */
export async function spendTryOfAccount(db: PlatformDb, at: Date, accountId: string): Promise<boolean> {
  const [row] = await db.sql<{ tries: number }>(
    countTry("values ($1::uuid, 1, $2::timestamptz)", "$3", "$4", "$2"),
    [accountId, at, tenMinutesBefore(at), triesMax],
  );
  return row !== undefined && row.tries <= triesMax;
}

/** The ten minutes run from the last try that counted: those made in vain do not lengthen them. */
function countTry(from: string, before: string, max: string, at: string): string {
  return `insert into second_factor_try as t (account_id, tries, last_tried_at) ${from}
    on conflict (account_id) do update set
      tries = case when t.last_tried_at <= ${before} then 1 else least(t.tries, ${max}) + 1 end,
      last_tried_at = case when t.last_tried_at <= ${before} or t.tries < ${max} then ${at} else t.last_tried_at end
    returning tries`;
}

function tenMinutesBefore(at: Date): Date {
  return new Date(at.getTime() - 10 * minute);
}

/** A right answer costs no try. */
export async function giveTryBack(db: PlatformDb, accountId: string): Promise<void> {
  await db.sql("update second_factor_try set tries = tries - 1 where account_id = $1", [accountId]);
}

/** It has become a session: nobody else finishes it. */
export async function closeSignIn(db: PlatformDb, at: Date, token: string): Promise<void> {
  await db.signInChallenge.updateMany({ where: { hash: tokenHash(token) }, data: { usedAt: at } });
}

// The authenticator app -------------------------------------------------------------------------------

export async function findTotp(db: PlatformDb, accountId: string): Promise<Totp | null> {
  return db.totp.findFirst({ where: { accountId } });
}

/** Keeps a new secret that waits for its first code; false when the account has an app already. */
export async function beginTotp(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; secretJwe: string },
): Promise<boolean> {
  const rows = await db.sql(
    `insert into totp as t (account_id, secret_jwe, created_at) values ($1, $2, $3)
     on conflict (account_id) do update set secret_jwe = $2, created_at = $3
       where t.confirmed_at is null
     returning account_id`,
    [of.accountId, of.secretJwe, at],
  );
  return rows.length > 0;
}

/** The first code was right, and is spent with it; false when the secret was changed or confirmed meanwhile. */
export async function confirmTotp(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; secretJwe: string; step: number },
): Promise<boolean> {
  const { accountId, secretJwe, step } = of;
  const { count } = await db.totp.updateMany({
    where: { accountId, secretJwe, confirmedAt: null },
    data: { confirmedAt: at, lastStep: BigInt(step) },
  });
  return count > 0;
}

/** Accepts a code's step once: it and those before it are spent. */
export async function spendTotpStep(db: PlatformDb, accountId: string, step: number): Promise<boolean> {
  const rows = await db.sql(
    `update totp set last_step = $2 where account_id = $1 and confirmed_at is not null
       and (last_step is null or last_step < $2) returning account_id`,
    [accountId, step],
  );
  return rows.length > 0;
}

export async function removeTotp(db: PlatformDb, accountId: string): Promise<boolean> {
  const { count } = await db.totp.deleteMany({ where: { accountId, confirmedAt: { not: null } } });
  return count > 0;
}

// Recovery codes --------------------------------------------------------------------------------------

function recoveryHash(accountId: string, code: string): string {
  return keyed("second-factor", "recovery", accountId, code);
}

/** New codes kill the old. */
export async function replaceRecoveryCodes(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; codes: readonly string[] },
): Promise<void> {
  const { accountId, codes } = of;
  await db.recoveryCode.deleteMany({ where: { accountId } });
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({ accountId, hash: recoveryHash(accountId, code), createdAt: at })),
  });
}

/** Spends a code, once however many send it at the same time. */
export async function spendRecoveryCode(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; code: string },
): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { accountId: of.accountId, hash: recoveryHash(of.accountId, of.code), usedAt: null },
    data: { usedAt: at },
  });
  return count > 0;
}

export async function countRecoveryCodes(db: PlatformDb, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}

/** With the last factor everything that stood in for it goes: codes, and what sessions had seen of it. */
export async function forgetSecondFactors(db: PlatformDb, accountId: string): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { accountId } });
  await db.session.updateMany({ where: { accountId, endedAt: null }, data: { secondFactor: null } });
}

/**
 * Takes away what somebody has begun to sign in with lately: passkeys, an app, codes on paper. What the account had
 * before stays.
 * @returns how many there were.
 */
export async function forgetFactorsSince(db: PlatformDb, accountId: string, since: Date): Promise<number> {
  const lately = { accountId, createdAt: { gt: since } };
  const passkeys = await db.passkey.deleteMany({ where: lately });
  // An app that was ordered and not confirmed yet opens nothing, and nothing would have been told of it.
  const app = await db.totp.deleteMany({ where: { accountId, confirmedAt: { gt: since } } });
  const codes = await db.recoveryCode.deleteMany({ where: lately });
  return passkeys.count + app.count + codes.count;
}
