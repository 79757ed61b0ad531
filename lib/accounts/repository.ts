import { randomInt } from "node:crypto";
import { isRole } from "@/lib/core/access";
import type { AccountRef, LaboratoryRef, MemberRef, Origin } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { Account, SessionDoor } from "@/lib/infra/prisma/client";
import { keyed } from "@/lib/infra/secrets";
import { alone } from "@/lib/infra/transaction";
import { emailKey, lockoutMinutes } from "./policy";
import { deviceKey, deviceKeysOf, isKnownDevice } from "./repository.devices";

/** Who stands behind a session, as the database says at this very moment. */
export type FoundActor = {
  account: AccountRef;
  member: MemberRef | null;
  laboratory: LaboratoryRef | null;
  session: { id: string; door: SessionDoor; createdAt: Date; wantsSecondFactor: boolean; isLocked: boolean };
};

/**
 * The person behind a session, or null when it is not valid on this host: ended, idle too long, expired, of
 * another host, or its account, membership or laboratory is no longer active. One message to the database,
 * asked on every request, so that nothing about a person is remembered longer than one of them.
 */
export async function findActor(of: Claim): Promise<FoundActor | null> {
  const rows = await alone<{ found: ActorRow | null }>("lims_platform", ...asked(of));
  return foundActor(of, rows[0]?.found);
}

/** As `findActor`, inside a transaction: one that is open asks the pool for no second connection. */
export async function findActorIn(db: PlatformDb, of: Claim): Promise<FoundActor | null> {
  const rows = await db.sql<{ found: ActorRow | null }>(...asked(of));
  return foundActor(of, rows[0]?.found);
}

type Claim = { sessionId: string; accountId: string; host: string; door: SessionDoor };

function asked(of: Claim): [text: string, values: unknown[]] {
  return [
    "select find_actor($1, $2, $3, $4, $5) as found",
    [of.sessionId, of.accountId, of.host, of.door, now()],
  ];
}

function foundActor(of: Claim, row: ActorRow | null | undefined): FoundActor | null {
  if (!row) return null;
  const { account, member, laboratory, signedInAt, wantsSecondFactor, isLocked } = row;
  return {
    account,
    member: member && { ...member, roles: member.roles.filter(isRole) },
    laboratory,
    session: {
      id: of.sessionId,
      door: of.door,
      createdAt: new Date(signedInAt),
      wantsSecondFactor,
      isLocked,
    },
  };
}

/** As the database function find_actor writes it. */
type ActorRow = {
  account: AccountRef;
  member: (Omit<MemberRef, "roles"> & { roles: string[] }) | null;
  laboratory: LaboratoryRef | null;
  wantsSecondFactor: boolean;
  isLocked: boolean;
  signedInAt: string;
};

/** The laboratory at an address, or null when there is none that is open. */
export async function findLaboratory(slug: string): Promise<LaboratoryRef | null> {
  const [row] = await alone<{ found: LaboratoryRef }>(
    "lims_platform",
    "select laboratory_ref(l) as found from laboratory l where slug = $1 and state = 'active'",
    [slug],
  );
  return row?.found ?? null;
}

/** Whether operators have suspended the laboratory at an address. */
export async function isSuspended(slug: string): Promise<boolean> {
  const rows = await alone(
    "lims_platform",
    "select slug from laboratory where slug = $1 and state = 'suspended'",
    [slug],
  );
  return rows.length > 0;
}

// Accounts ------------------------------------------------------------------------------------------

const prefixes = { patient: "PAT", provider: "DOC", staff: "STF" } as const;

/** What an account begins with; a staff account's e-mail was proved by the code or link that made it. */
export type NewAccount = {
  kind: keyof typeof prefixes;
  email: string;
  firstName: string;
  lastName: string;
  passwordHash: string;
  isDemonstration?: boolean;
  /** Given when something answered with it before the account was there. */
  id?: string;
  username?: string | null;
  phone?: string | null;
  birthDate?: Date | null;
  isPregnant?: boolean | null;
};

export async function createAccount(db: PlatformDb, at: Date, given: NewAccount): Promise<Account> {
  const { passwordHash, email, ...rest } = given;
  const key = emailKey(email);
  if (!key) throw new Error("An account's e-mail was checked at the door.");
  const account = await db.account.create({
    data: {
      id: newId(),
      publicId: await freePublicId(db, prefixes[given.kind]),
      email,
      emailKey: key,
      emailVerifiedAt: at,
      ...rest,
      createdAt: at,
      updatedAt: at,
    },
  });
  await db.credential.create({ data: { accountId: account.id, passwordHash, changedAt: at } });
  return account;
}

/** Random and never given again, since accounts are never deleted. */
async function freePublicId(db: PlatformDb, prefix: string): Promise<string> {
  const drawn = Array.from(
    { length: 8 },
    () => `${prefix}${String(randomInt(100_000_000)).padStart(8, "0")}`,
  );
  const taken = await db.account.findMany({
    where: { publicId: { in: drawn } },
    select: { publicId: true },
  });
  const free = drawn.find((each) => !taken.some(({ publicId }) => publicId === each));
  if (!free) throw new Error("Public ids are running out.");
  return free;
}

export async function findAccountByEmail(db: PlatformDb, key: string): Promise<Account | null> {
  return db.account.findFirst({ where: { emailKey: key } });
}

/** Usernames are compared as they are kept: small letters. */
export async function isUsernameTaken(db: PlatformDb, username: string): Promise<boolean> {
  return (await db.account.findFirst({ where: { username }, select: { id: true } })) !== null;
}

/** Whoever followed a link from a mail has its address. */
export async function verifyEmail(db: PlatformDb, at: Date, account: Account): Promise<Account> {
  if (account.emailVerifiedAt) return account;
  return db.account.update({
    where: { id: account.id },
    data: { emailVerifiedAt: at, version: { increment: 1 }, updatedAt: at },
  });
}

/** The account that a name stands for, with its hash: e-mail, username or public id. Read before a transaction. */
export async function findCredential(
  identifier: string,
): Promise<{ accountId: string; passwordHash: string } | null> {
  const [row] = await alone<{ id: string; password_hash: string }>(
    "lims_platform",
    `select a.id, c.password_hash from account a join credential c on c.account_id = a.id
     where a.email_key = $1 or a.username = $2 or a.public_id = $3 limit 1`,
    // A username holds no @ and is no public id, so one name never stands for two accounts.
    [emailKey(identifier) ?? "", identifier.normalize("NFKC").toLowerCase(), identifier.toUpperCase()],
  );
  return row ? { accountId: row.id, passwordHash: row.password_hash } : null;
}

/** An account that may sign in, with its roles in one laboratory: what a session is made for. */
export async function findPerson(
  db: PlatformDb,
  accountId: string,
  laboratoryId: string | null,
): Promise<{ account: Account; member: SignedInMember | null } | null> {
  const [account, member] = await Promise.all([
    db.account.findFirst({ where: { id: accountId, state: "active" } }),
    laboratoryId && db.member.findFirst({ where: { laboratoryId, accountId, state: "active" } }),
  ]);
  if (!account) return null;
  return {
    account,
    member: member ? { id: member.id, name: member.displayName, roles: member.roles.filter(isRole) } : null,
  };
}

export type SignedInMember = Pick<MemberRef, "id" | "name" | "roles">;

// Wrong passwords -----------------------------------------------------------------------------------

const rememberedDays = 90;
const day = 24 * 3_600_000;

/**
 * Whom wrong passwords are counted for: the account or the name that was tried, and apart from that the device
 * when the account has signed in from it before, so that a stranger cannot lock its owner out of it (S14).
 */
export async function failureKey(
  db: PlatformDb,
  tried: { accountId: string | null; identifier: string },
  from: Origin,
  at: Date,
): Promise<string> {
  const device = deviceKey(from) ?? newId();
  const accountId = tried.accountId ?? newId();
  const isKnown = await isKnownDevice(db, { accountId, host: from.host, key: device, since: longAgo(at) });
  const whom = tried.accountId ?? `name:${emailKey(tried.identifier) ?? tried.identifier.toLowerCase()}`;
  return keyed("sign-in", whom, isKnown ? device : "elsewhere");
}

/** Whom wrong passwords are counted for within a session: they lock nobody out of signing in. */
export function failureKeyWithin(session: { id: string; accountId: string }): string {
  return keyed("sign-in", session.accountId, `session ${session.id}`);
}

function longAgo(at: Date): Date {
  return new Date(at.getTime() - rememberedDays * day);
}

/** Whether sign-in waits now. Holds the count until the transaction ends, so that parallel tries take turns. */
export async function isLockedOut(db: PlatformDb, key: string, at: Date): Promise<boolean> {
  const [row] = await db.sql<{ locked: boolean | null }>(
    "select locked_until > $2 as locked from failed_sign_in where key = $1 for update",
    [key, at],
  );
  return row?.locked ?? false;
}

/** Counts one wrong password; those during a lockout do not lengthen it. */
export async function countFailure(db: PlatformDb, key: string, at: Date): Promise<void> {
  const [row] = await db.sql<{ failed: number }>(
    `insert into failed_sign_in as f (key, failed, last_failed_at) values ($1, 1, $2)
     on conflict (key) do update set last_failed_at = $2,
       failed = case when f.locked_until > $2 then f.failed when f.last_failed_at < $3 then 1 else f.failed + 1 end
     returning failed`,
    [key, at, new Date(at.getTime() - day)],
  );
  const until = new Date(at.getTime() + lockoutMinutes(row?.failed ?? 1) * 60_000);
  await db.sql(
    "update failed_sign_in set locked_until = $2 where key = $1 and (locked_until is null or locked_until <= $3)",
    [key, until, at],
  );
}

export async function forgetFailures(db: PlatformDb, key: string): Promise<void> {
  await db.sql("delete from failed_sign_in where key = $1", [key]);
}

/** Forgets the wrong passwords of an account, from wherever they came. */
export async function forgetAllFailures(db: PlatformDb, accountId: string, at: Date): Promise<void> {
  await db.failedSignIn.deleteMany({ where: { key: { in: await failureKeysOf(db, accountId, at) } } });
}

/** Whatever wrong passwords of an account may be counted under: each known device, and everywhere else. */
export async function failureKeysOf(db: PlatformDb, accountId: string, at: Date): Promise<string[]> {
  const places = ["elsewhere", ...(await deviceKeysOf(db, accountId, longAgo(at)))];
  return places.map((place) => keyed("sign-in", accountId, place));
}
