import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import { randomToken, tokenHash } from "@/lib/infra/secrets";

const linkHours = 24;

/** The end of a link that is mailed now: as long as every later confirmation. */
export function preRegistrationEnd(now: Date): Date {
  return new Date(now.getTime() + linkHours * 3_600_000);
}

/** Writes down that an address wants to be told; a new link kills the old one. */
export async function askToBeTold(
  db: PlatformDb,
  now: Date,
  of: { email: string; emailKey: string; token: string },
): Promise<string> {
  const [row] = await db.sql<{ id: string }>(
    `insert into pre_registration as p (id, email, email_key, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (email_key) do update set token_hash = $4, expires_at = $6, removed_at = null
     returning id`,
    [newId(), of.email, of.emailKey, tokenHash(of.token), now, preRegistrationEnd(now)],
  );
  if (!row) throw new Error("What was written is there.");
  return row.id;
}

/** Spends the link of a pre-registration; null when it is not good. */
export async function confirmAsking(
  db: PlatformDb,
  now: Date,
  token: string,
): Promise<{ id: string; email: string } | null> {
  const [row] = await db.sql<{ id: string; email: string }>(
    `update pre_registration set confirmed_at = coalesce(confirmed_at, $2), token_hash = $3
     where token_hash = $1 and expires_at > $2 and removed_at is null returning id, email`,
    // No link leads to what nobody was sent.
    [tokenHash(token), now, tokenHash(randomToken())],
  );
  return row ?? null;
}

/** Whether a link is good, without spending it. */
export async function isGoodAsking(db: PlatformDb, now: Date, token: string): Promise<boolean> {
  const row = await db.preRegistration.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now }, removedAt: null },
    select: { id: true },
  });
  return row !== null;
}

/** Marks the next of those who are to be told as told, and answers their addresses. Two at once share the work. */
export async function takeUntold(db: PlatformDb, now: Date, limit: number): Promise<string[]> {
  const rows = await db.sql<{ email: string }>(
    `update pre_registration set told_at = $1 where id in (
       select id from pre_registration
       where confirmed_at is not null and told_at is null and removed_at is null
       order by confirmed_at, id limit $2 for update skip locked)
     returning email`,
    [now, limit],
  );
  return rows.map(({ email }) => email);
}
