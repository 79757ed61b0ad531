import { newId } from "@/lib/core/ids";
import { passwordLengthMin } from "@/lib/core/password-kinds";
import type { PlatformDb } from "@/lib/infra/db";
import { alone } from "@/lib/infra/transaction";

const rememberedMs = 60_000;
let remembered: { hashes: string[]; until: number } | undefined;

/**
 * One hash of each kind that some account still has beside our own: sign-in works on one of each for every name,
 * so that its time tells nothing (S16). Asked once a minute; none once everybody has signed in.
 */
export async function otherHashes(): Promise<readonly string[]> {
  const at = Date.now();
  if (remembered && remembered.until > at) return remembered.hashes;
  const rows = await alone<{ hash: string }>(
    "lims_platform",
    `select min(password_hash) as hash from credential where password_hash not like '$argon2id$%'
     group by case when password_hash like '$2%' then substr(password_hash, 4, 4)
       else split_part(password_hash, '$', 2) end`,
    [],
  );
  remembered = { hashes: rows.map(({ hash }) => hash), until: at + rememberedMs };
  return remembered.hashes;
}

/** Puts a new password in the place of the old one. */
/** Comes before ending sessions: a sign-in that is under way has ended by then, or finds the password gone. */
export async function replacePassword(
  db: PlatformDb,
  at: Date,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await db.credential.updateMany({ where: { accountId }, data: { passwordHash, changedAt: at } });
}

/**
 * Whether this is still the account's hash, held as it is until the transaction ends. A password is compared before
 * the transaction; whoever replaces it meanwhile replaces it first, and then ends what was opened with the old one.
 * @param willWrite it is replaced in this very transaction: parallel ones take turns.
 */
export async function isStillPassword(
  db: PlatformDb,
  { accountId, hash, willWrite }: { accountId: string; hash: string | null; willWrite: boolean },
): Promise<boolean> {
  const found = await db.sql(
    `select from credential where account_id = $1 and password_hash = $2 for ${willWrite ? "update" : "share"}`,
    [accountId, hash],
  );
  return found.length > 0;
}

/** The same password, hashed the way we do it now; a password that was changed meanwhile stays. */
export async function renewHash(
  db: PlatformDb,
  accountId: string,
  { old, renewed }: { old: string; renewed: string },
): Promise<void> {
  await db.credential.updateMany({
    where: { accountId, passwordHash: old },
    data: { passwordHash: renewed },
  });
}

/** The longest of the shortest passwords that the person's laboratories ask for. */
export async function strictestPasswordLength(db: PlatformDb, accountId: string): Promise<number> {
  // A person's memberships are seen in the person's own name.
  await db.sql("select set_config('app.account_id', $1, true)", [accountId]);
  const [row] = await db.sql<{ strictest: number | null }>(
    `select max(l.password_length_min) as strictest from member m join laboratory l on l.id = m.laboratory_id
     where m.account_id = $1 and m.state = 'active'`,
    [accountId],
  );
  return Math.max(passwordLengthMin, row?.strictest ?? 0);
}

/** Ends the sessions of an account, but for one. Answers those that were open, for whoever asks what happened. */
export async function endEverySession(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; except?: string | undefined },
  reason: "password_reset" | "password_changed" | "email_changed" | "email_restored" | "not_me",
): Promise<{ device: string; ip: string | null; host: string; createdAt: Date }[]> {
  return db.session.updateManyAndReturn({
    where: { accountId: of.accountId, endedAt: null, id: { not: of.except ?? newId() } },
    data: { endedAt: at, endReason: reason },
    select: { device: true, ip: true, host: true, createdAt: true },
  });
}

/** Ways in that were begun with what no longer counts: tickets, questions for the second factor, mailed codes. */
export async function endBegunSignIns(db: PlatformDb, at: Date, accountId: string): Promise<void> {
  const open = { where: { accountId, usedAt: null }, data: { usedAt: at } };
  await db.handOverTicket.updateMany(open);
  await db.signInChallenge.updateMany(open);
  await db.emailCode.updateMany(open);
}

/** Forgets the devices of an account: each is new when it comes again. */
export async function forgetDevices(db: PlatformDb, at: Date, accountId: string): Promise<void> {
  await db.device.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: at } });
}
