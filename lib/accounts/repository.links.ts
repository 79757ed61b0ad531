import type { LabDb, PlatformDb } from "@/lib/infra/db";
import { tokenHash } from "@/lib/infra/secrets";

export type LinkPurpose = "invitation";

type Link = { purpose: LinkPurpose; laboratoryId: string; subjectId: string };

/** Keeps the hash of a token that is mailed as a link. A laboratory may write links and read none. */
export async function writeLink(
  db: LabDb | PlatformDb,
  now: Date,
  of: Link & { token: string; expiresAt: Date },
): Promise<void> {
  await db.sql(
    `insert into link_token (hash, purpose, laboratory_id, subject_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tokenHash(of.token), of.purpose, of.laboratoryId, of.subjectId, now, of.expiresAt],
  );
}

type Asked = { token: string; purpose: LinkPurpose; laboratoryId: string };

// A newer link for the same thing kills the older ones (S9).
const isGood = `hash = $1 and purpose = $2 and laboratory_id = $3 and used_at is null and expires_at > $4
  and not exists (select from link_token newer where newer.purpose = t.purpose
    and newer.subject_id = t.subject_id and newer.created_at > t.created_at)`;

/** What a link stands for, without spending it; null when it is not good here. */
export async function readLink(db: PlatformDb, now: Date, of: Asked): Promise<string | null> {
  const [row] = await db.sql<{ subject_id: string }>(`select subject_id from link_token t where ${isGood}`, [
    ...[tokenHash(of.token), of.purpose, of.laboratoryId, now],
  ]);
  return row?.subject_id ?? null;
}

/** Spends a link, once however many follow it at the same time; null when it is not good here. */
export async function spendLink(db: PlatformDb, now: Date, of: Asked): Promise<string | null> {
  const [row] = await db.sql<{ subject_id: string }>(
    `update link_token t set used_at = $4 where ${isGood} returning subject_id`,
    [tokenHash(of.token), of.purpose, of.laboratoryId, now],
  );
  return row?.subject_id ?? null;
}
