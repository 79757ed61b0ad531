import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { PasswordReset } from "@/lib/infra/prisma/client";
import { codeHmac, sameSecret, tokenHash } from "@/lib/infra/secrets";
import { takeTurn } from "./repository.turns";

const purpose = "password_reset";
const linkHours = 24;
const codeMinutes = 10;
const triesMax = 5;
const triesMinutes = 30;

/** When the link and the code of a request that is made now end. */
export function resetEnds(at: Date): { linkExpiresAt: Date; codeExpiresAt: Date } {
  return {
    linkExpiresAt: new Date(at.getTime() + linkHours * 3_600_000),
    codeExpiresAt: new Date(at.getTime() + codeMinutes * 60_000),
  };
}

/** What a request for a new password is made of. */
export type NewReset = {
  id: string;
  host: string;
  laboratoryId: string | null;
  email: string;
  emailKey: string;
  /** Null when nobody here has the address: then no token and no code is right, and nothing else differs (S16). */
  accountId: string | null;
  token: string;
  code: string;
  ip: string | null;
  device: string;
};

/** Keeps a request; those before it end, of the same person anywhere and of the same address here (S9). */
export async function openReset(db: PlatformDb, at: Date, of: NewReset): Promise<void> {
  const { token, code, ...given } = of;
  await takeTurn(db, "password-reset", of.emailKey);
  await db.passwordReset.updateMany({
    where: {
      emailKey: of.emailKey,
      endedAt: null,
      OR: [{ accountId: of.accountId }, { host: of.host }],
    },
    data: { endedAt: at, endedBy: "superseded" },
  });
  const [hash, hmac] = [tokenHash(token), codeHmac(code, { purpose, id: of.id, host: of.host })];
  await db.passwordReset.create({
    data: {
      ...given,
      ...(of.accountId === null ? {} : { tokenHash: hash, codeHmac: hmac }),
      createdAt: at,
      ...resetEnds(at),
    },
  });
}

type Link = { uid: string; token: string; host: string };

/** The request behind a link, without spending it; null when it is not good here. */
export async function readReset(db: PlatformDb, at: Date, of: Link): Promise<OpenReset | null> {
  const row = await db.passwordReset.findFirst({ where: goodLink(at, of) });
  return row && mailed(row);
}

/** Spends a link, once however many follow it at the same time; null when it is not good here. */
export async function spendResetLink(db: PlatformDb, at: Date, of: Link): Promise<OpenReset | null> {
  const [row] = await db.passwordReset.updateManyAndReturn({
    where: goodLink(at, of),
    data: { endedAt: at, endedBy: "link" },
  });
  return row ? mailed(row) : null;
}

function goodLink(at: Date, { uid, token, host }: Link) {
  return { id: uid, tokenHash: tokenHash(token), host, endedAt: null, linkExpiresAt: { gt: at } };
}

/** A request that was mailed to somebody. */
export type OpenReset = PasswordReset & { accountId: string };

function mailed(row: PasswordReset): OpenReset | null {
  const { accountId } = row;
  return accountId === null ? null : { ...row, accountId };
}

/**
 * Spends one try, in one statement, and compares. Five tries for a code, and five in half an hour for an e-mail
 * address however many codes were asked for; after that even the right one is wrong (S8). The right one is spent.
 * @returns null for every way of being wrong, each after the same work.
 */
export async function tryResetCode(
  db: PlatformDb,
  at: Date,
  of: { emailKey: string; host: string; code: string },
): Promise<OpenReset | null> {
  const since = new Date(at.getTime() - triesMinutes * 60_000);
  const [tried] = await db.sql<{ id: string; code_hmac: string | null }>(
    `update password_reset r set tries_spent = tries_spent + 1
     where email_key = $1 and host = $2 and ended_at is null and code_expires_at > $3
       and tries_spent < $4 - coalesce((select sum(o.tries_spent) from password_reset o
         where o.email_key = r.email_key and o.id <> r.id and o.created_at > $5), 0)
     returning id, code_hmac`,
    [of.emailKey, of.host, at, triesMax, since],
  );
  const boundTo = { purpose, id: tried?.id ?? newId(), host: of.host };
  const isRight = sameSecret(codeHmac(of.code, boundTo), tried?.code_hmac ?? "");
  if (!tried || !isRight) return null;
  const [row] = await db.passwordReset.updateManyAndReturn({
    where: { id: tried.id, endedAt: null },
    data: { endedAt: at, endedBy: "code" },
  });
  return row ? mailed(row) : null;
}

/** Ends whatever requests of an account are still open. */
export async function endResets(db: PlatformDb, at: Date, accountId: string): Promise<void> {
  await db.passwordReset.updateMany({
    where: { accountId, endedAt: null },
    data: { endedAt: at, endedBy: "superseded" },
  });
}
