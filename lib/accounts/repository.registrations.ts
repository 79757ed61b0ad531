import type { PlatformDb } from "@/lib/infra/db";
import { codeHmac, sameSecret } from "@/lib/infra/secrets";

/** What a sign-up waits for: the same table for everybody who proves an e-mail address by a code. */
export type RegistrationKind = "laboratory";

export const registrationMinutes = 30;
const triesMax = 5;

/** The end of a registration that begins now. */
export function registrationEnd(now: Date): Date {
  return new Date(now.getTime() + registrationMinutes * 60_000);
}

/** Writes a registration down and ends those before it: a new code kills the old (S8). */
export async function openRegistration(
  db: PlatformDb,
  now: Date,
  of: {
    id: string;
    kind: RegistrationKind;
    host: string;
    email: string;
    emailKey: string;
    payload: Record<string, string>;
    /** Null when there is nothing to confirm: no code is then right, and nothing else differs (S16). */
    code: string | null;
  },
): Promise<void> {
  const { code, ...given } = of;
  await db.registration.updateMany({
    where: { kind: of.kind, emailKey: of.emailKey, confirmedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await db.registration.create({
    data: {
      ...given,
      codeHmac: code === null ? null : codeHmac(code, boundTo(of)),
      createdAt: now,
      expiresAt: registrationEnd(now),
    },
  });
}

function boundTo(of: { id: string; kind: string; host: string }) {
  return { purpose: `registration:${of.kind}`, id: of.id, host: of.host };
}

export type ConfirmedRegistration = { email: string; emailKey: string; payload: unknown };

/**
 * Spends one try, in one statement, and compares. Five tries for a code, and five in half an hour for an e-mail
 * address however many codes were asked for; after that even the right one is wrong (S8).
 * @returns null for every way of being wrong, each after the same work.
 */
export async function tryCode(
  db: PlatformDb,
  now: Date,
  of: { id: string; kind: RegistrationKind; host: string; code: string },
): Promise<ConfirmedRegistration | null> {
  const since = new Date(now.getTime() - registrationMinutes * 60_000);
  const [row] = await db.sql<{
    email: string;
    email_key: string;
    payload: unknown;
    code_hmac: string | null;
  }>(
    `update registration r set tries_spent = tries_spent + 1
     where id = $1 and kind = $2 and host = $3 and confirmed_at is null and expires_at > $4
       and tries_spent < $5 - coalesce((select sum(o.tries_spent) from registration o
         where o.email_key = r.email_key and o.kind = r.kind and o.id <> r.id and o.created_at > $6), 0)
     returning email, email_key, payload, code_hmac`,
    [of.id, of.kind, of.host, now, triesMax, since],
  );
  const isRight = sameSecret(codeHmac(of.code, boundTo(of)), row?.code_hmac ?? "");
  return row && isRight ? { email: row.email, emailKey: row.email_key, payload: row.payload } : null;
}

/** What was waiting has come true; what it carried is forgotten here. */
export async function closeRegistration(db: PlatformDb, now: Date, id: string): Promise<void> {
  await db.registration.updateMany({ where: { id }, data: { confirmedAt: now, payload: {} } });
}
