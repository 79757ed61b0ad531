import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import { codeHmac, sameSecret } from "@/lib/infra/secrets";

const codeMinutes = 10;
const triesMax = 5;

/** The end of a code that is mailed now. */
export function codeEnd(now: Date): Date {
  return new Date(now.getTime() + codeMinutes * 60_000);
}

type Of = { host: string; emailKey: string };

/**
 * Writes down the code that was mailed for signing in at one host, and kills those before it (S8). Without an
 * account it is written down all the same, and no code is right (S16).
 */
export async function openCode(
  db: PlatformDb,
  now: Date,
  of: Of & { laboratoryId: string | null; accountId: string | null; code: string },
): Promise<void> {
  const { code, ...given } = of;
  const id = newId();
  await db.emailCode.updateMany({
    where: { purpose: "login", host: of.host, emailKey: of.emailKey, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await db.emailCode.create({
    data: {
      id,
      purpose: "login",
      ...given,
      codeHmac: of.accountId === null ? null : codeHmac(code, boundTo(id, of.host)),
      createdAt: now,
      expiresAt: codeEnd(now),
    },
  });
}

function boundTo(id: string, host: string) {
  return { purpose: "email-code:login", id, host };
}

/**
 * Spends one try of the newest code, in one statement, and compares; the right one is used up in the same
 * breath. Five tries for a code, and five in ten minutes for an address however many codes were asked for (S8).
 * @returns null for every way of being wrong, each after the same work.
 */
export async function spendCode(
  db: PlatformDb,
  now: Date,
  of: Of & { code: string },
): Promise<{ id: string; accountId: string } | null> {
  const since = new Date(now.getTime() - codeMinutes * 60_000);
  const [row] = await db.sql<{ id: string; account_id: string | null; code_hmac: string | null }>(
    `update email_code c set tries_spent = tries_spent + 1
     where id = (select n.id from email_code n where n.email_key = $1 and n.host = $2 and n.purpose = 'login'
         order by n.created_at desc, n.id desc limit 1)
       and used_at is null and expires_at > $3
       and tries_spent < $4 - coalesce((select sum(o.tries_spent) from email_code o
         where o.email_key = c.email_key and o.host = c.host and o.purpose = c.purpose and o.id <> c.id
           and o.used_at is null and o.created_at > $5), 0)
     returning id, account_id, code_hmac`,
    [of.emailKey, of.host, now, triesMax, since],
  );
  const right = codeHmac(of.code, boundTo(row?.id ?? newId(), of.host));
  const isRight = sameSecret(right, row?.code_hmac ?? "");
  await db.emailCode.updateMany({
    where: { id: isRight && row ? row.id : newId(), usedAt: null },
    data: { usedAt: now },
  });
  return row?.account_id && isRight ? { id: row.id, accountId: row.account_id } : null;
}
