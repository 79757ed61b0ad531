import { emailKey } from "@/lib/accounts/policy";
import { addressChangesOf } from "@/lib/accounts/repository.addresses";
import { failuresOf } from "@/lib/accounts/repository.failures";
import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { Account, Device, EmailChange, Prisma, Session } from "@/lib/infra/prisma/client";
import type { AccountSort } from "./schema.accounts";

/** What of an account is looked at here: no column of this table is a secret, and some are nobody's business. */
const shown = {
  ...{ id: true, publicId: true, kind: true, state: true, firstName: true, lastName: true, email: true },
  ...{ emailVerifiedAt: true, username: true, isOperator: true, isDemonstration: true, stateReason: true },
  ...{ version: true, createdAt: true, updatedAt: true },
} as const satisfies Prisma.AccountSelect;

export type AccountRow = Pick<Account, keyof typeof shown>;

export type AccountQuery = {
  q?: string | undefined;
  state?: Account["state"] | undefined;
  kind?: Account["kind"] | undefined;
  operators?: boolean | undefined;
};

export const accountOrders: Record<AccountSort, ListOrder> = {
  newest: { key: "created_at", form: "instant", way: "desc" },
  oldest: { key: "created_at", form: "instant", way: "asc" },
  name: { key: "lower(last_name || ' ' || first_name)", form: "text", way: "asc" },
  email: { key: "email_key", form: "text", way: "asc" },
};

const columns = `id, public_id as "publicId", kind::text as kind, state::text as state, first_name as "firstName",
  last_name as "lastName", email, email_verified_at as "emailVerifiedAt", username, is_operator as "isOperator",
  is_demonstration as "isDemonstration", state_reason as "stateReason", version, created_at as "createdAt",
  updated_at as "updatedAt"`;

/** Accounts that fit. */
export async function findAccounts(
  db: PlatformDb,
  { q, state, kind, operators }: AccountQuery,
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(AccountRow & { sortKey: Date | string })[]> {
  return db.sql(
    `select ${columns}, ${key} from account
     where ($1::uuid[] is null or id = any($1)) and ($2::"AccountState" is null or state = $2)
       and ($3::"AccountKind" is null or kind = $3) and ($4::boolean is null or is_operator = $4)
       and ${beyond(5)}
     ${orderBy} limit $7`,
    [
      ...[q === undefined ? null : await idsLike(db, q), state ?? null, kind ?? null, operators ?? null],
      ...[...after, take],
    ],
  );
}

const foundMax = 500;

/**
 * Accounts that go by a name: the e-mail in full, the public id, the username, or the beginning of a first or
 * last name. Each is looked up by its index; more than some hundred are no answer.
 */
async function idsLike(db: PlatformDb, q: string): Promise<string[]> {
  const name = q.toLowerCase();
  const rows = await db.sql<{ id: string }>(
    `select id from account where email_key = $1
     union select id from account where public_id = upper($2)
     union select id from account where username = $2
     union (select id from account where lower(last_name) like $3 limit ${foundMax})
     union (select id from account where lower(first_name) like $3 limit ${foundMax})`,
    [emailKey(q) ?? "", name, `${name.replace(/[\\%_]/g, "\\$&")}%`],
  );
  return rows.map(({ id }) => id);
}

/** @throws Problem "not_found" */
export async function readAccount(db: PlatformDb, id: string): Promise<AccountRow> {
  const row = await db.account.findFirst({ where: { id }, select: shown });
  if (!row) throw notFound();
  return row;
}

export type AccountBelongings = {
  passwordChangedAt: Date | null;
  factors: { totp: boolean; passkeys: number; codes: number };
  failed: { inARow: number; waitsUntil: Date | null };
  openSuspicions: number;
  sessions: Session[];
  devices: Device[];
  addressChanges: EmailChange[];
  memberships: { laboratoryId: string; laboratory: string; slug: string; roles: string[]; state: string }[];
};

const newest = 50;

/** Everything that belongs to an account, and nothing of what its owner signs in with. */
export async function readBelongings(db: PlatformDb, at: Date, id: string): Promise<AccountBelongings> {
  const [counted] = await db.sql<{
    passwordChangedAt: Date | null;
    totp: boolean;
    passkeys: number;
    codes: number;
    openSuspicions: number;
  }>(
    `select (select changed_at from credential where account_id = $1) as "passwordChangedAt",
       exists (select from totp where account_id = $1 and confirmed_at is not null) as totp,
       (select count(*)::int from passkey where account_id = $1) as passkeys,
       (select count(*)::int from recovery_code where account_id = $1 and used_at is null) as codes,
       (select count(*)::int from suspicion where account_id = $1 and state = 'open') as "openSuspicions"`,
    [id],
  );
  const { totp = false, passkeys = 0, codes = 0 } = counted ?? {};
  return {
    passwordChangedAt: counted?.passwordChangedAt ?? null,
    factors: { totp, passkeys, codes },
    failed: await failuresOf(db, id, at),
    openSuspicions: counted?.openSuspicions ?? 0,
    sessions: await db.session.findMany({
      where: { accountId: id, endedAt: null, idleUntil: { gt: at }, expiresAt: { gt: at } },
      orderBy: { id: "desc" },
      take: newest,
    }),
    devices: await db.device.findMany({
      where: { accountId: id, endedAt: null },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: newest,
    }),
    addressChanges: await addressChangesOf(db, at, id),
    memberships: await membershipsOf(db, id),
  };
}

/** Where somebody works. The wall lets everybody see their own, so the transaction looks with their eyes. */
async function membershipsOf(db: PlatformDb, accountId: string): Promise<AccountBelongings["memberships"]> {
  await db.sql("select set_config('app.account_id', $1, true)", [accountId]);
  return db.sql(
    `select m.laboratory_id as "laboratoryId", l.name as laboratory, l.slug, m.roles, m.state::text as state
     from member m join laboratory l on l.id = m.laboratory_id
     where m.account_id = $1 order by l.name, l.id`,
    [accountId],
  );
}

/** @throws Problem "conflict" when somebody else changed it at the same moment. */
export async function moveAccount(
  db: PlatformDb,
  now: Date,
  { id, version }: AccountRow,
  to: { state: Account["state"]; stateReason: string | null },
): Promise<void> {
  const { count } = await db.account.updateMany({
    where: { id, version },
    data: { ...to, version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
}

/** Somebody who runs the installation. Answers whether they were none before. */
export async function makeOperator(db: PlatformDb, now: Date, { id }: AccountRow): Promise<boolean> {
  const { count } = await db.account.updateMany({
    where: { id, isOperator: false },
    data: { isOperator: true, version: { increment: 1 }, updatedAt: now },
  });
  return count > 0;
}
