import type { LabDb, PlatformDb } from "@/lib/infra/db";
import { tokenHash } from "@/lib/infra/secrets";

/** What a mailed link is for. Each is used once, and a newer one for the same thing kills it (S9). */
export type LinkPurpose = "invitation" | "registration" | "not_me";

/** Whom a link is for, and where it works: a laboratory's invitations by their laboratory, all others by host. */
type Place = { laboratoryId: string | null; host?: string | undefined };

/** Keeps the hash of a token that is mailed as a link. A laboratory may write links and read none. */
export async function writeLink(
  db: LabDb | PlatformDb,
  now: Date,
  of: Place & { purpose: LinkPurpose; subjectId: string; token: string; expiresAt: Date },
): Promise<void> {
  await db.sql(
    `insert into link_token (hash, purpose, laboratory_id, host, subject_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tokenHash(of.token), of.purpose, of.laboratoryId, of.host ?? null, of.subjectId, now, of.expiresAt],
  );
}

type Asked = Place & { token: string; purpose: LinkPurpose };

// A newer link for the same thing kills the older ones (S9); "this was not me" stands in every notice.
const isGood = `hash = $1 and purpose = $2 and laboratory_id is not distinct from $3::uuid
  and host is not distinct from $4::text and used_at is null and expires_at > $5
  and (t.purpose = 'not_me' or not exists (select from link_token newer where newer.purpose = t.purpose
    and newer.subject_id = t.subject_id and newer.created_at > t.created_at))`;

function values(now: Date, of: Asked): unknown[] {
  return [tokenHash(of.token), of.purpose, of.laboratoryId, of.host ?? null, now];
}

/** What a link stands for, without spending it; null when it is not good here. */
export async function readLink(db: PlatformDb, now: Date, of: Asked): Promise<string | null> {
  const [row] = await db.sql<{ subject_id: string }>(
    `select subject_id from link_token t where ${isGood}`,
    values(now, of),
  );
  return row?.subject_id ?? null;
}

/** Spends a link, once however many follow it at the same time; null when it is not good here. */
export async function spendLink(db: PlatformDb, now: Date, of: Asked): Promise<string | null> {
  const [row] = await db.sql<{ subject_id: string }>(
    `update link_token t set used_at = $5 where ${isGood} returning subject_id`,
    values(now, of),
  );
  return row?.subject_id ?? null;
}

/** Kills what was mailed before for the same thing. */
export async function endLinks(
  db: PlatformDb,
  now: Date,
  of: { purpose: LinkPurpose; subjectId: string },
): Promise<void> {
  await db.linkToken.updateMany({ where: { ...of, usedAt: null }, data: { usedAt: now } });
}
