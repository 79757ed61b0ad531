import { newId } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import type { Prisma, Registration } from "@/lib/infra/prisma/client";
import { codeHmac, sameSecret } from "@/lib/infra/secrets";
import { alone } from "@/lib/infra/transaction";
import { endLinks, writeLink } from "./repository.links";

/** What a sign-up waits for: the same table for everybody who proves an e-mail address by a code. */
export type RegistrationKind = "laboratory" | "patient" | "provider";

/** People who register themselves: by the code, or by the link of the same mail. */
export const personKinds: readonly RegistrationKind[] = ["patient", "provider"];

export const registrationMinutes = 30;
const triesMax = 5;

/** The end of a registration that begins now. */
export function registrationEnd(now: Date): Date {
  return new Date(now.getTime() + registrationMinutes * 60_000);
}

/** Kinds that stand in for one another: the newest of them ends the others. */
function familyOf(kind: RegistrationKind): readonly RegistrationKind[] {
  return personKinds.includes(kind) ? personKinds : [kind];
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
    payload: Prisma.InputJsonObject;
    /** Null when there is nothing to confirm: no code is then right, and nothing else differs (S16). */
    code: string | null;
    /** The token of the link in the same mail. */
    link?: string;
  },
): Promise<void> {
  const { code, link, ...given } = of;
  await db.registration.updateMany({
    where: {
      kind: { in: [...familyOf(of.kind)] },
      emailKey: of.emailKey,
      confirmedAt: null,
      expiresAt: { gt: now },
    },
    data: { expiresAt: now },
  });
  const expiresAt = registrationEnd(now);
  await db.registration.create({
    data: {
      ...given,
      codeHmac: code === null ? null : codeHmac(code, boundTo(of)),
      createdAt: now,
      expiresAt,
    },
  });
  if (link !== undefined) await writeLink(db, now, linkOf({ ...of, link, expiresAt }));
}

/** What waits for somebody at an address, at whichever host: registering again ends it. */
export type Rival = {
  id: string;
  passwordHash: string | null;
  /** More than one password was typed for this address while it waited: whose is whose, nobody can tell. */
  isContested: boolean;
};

const rivalOf = `select id, payload->>'passwordHash' as "passwordHash",
    coalesce((payload->>'isContested')::boolean, false) as "isContested"
  from registration where email_key = $1 and kind = any($2) and confirmed_at is null and expires_at > $3
  order by created_at desc, id desc limit 1`;

/** Looked at before the transaction, where a password may be worked on. */
export async function findRival(now: Date, emailKey: string): Promise<Rival | null> {
  const [row] = await alone<Rival>("lims_platform", rivalOf, [emailKey, personKinds, now]);
  return row ?? null;
}

/** As `findRival`, inside the transaction that ends it. */
export async function findRivalIn(db: PlatformDb, now: Date, emailKey: string): Promise<Rival | null> {
  const [row] = await db.sql<Rival>(rivalOf, [emailKey, personKinds, now]);
  return row ?? null;
}

function boundTo(of: { id: string; kind: string; host: string }) {
  return { purpose: `registration:${of.kind}`, id: of.id, host: of.host };
}

function linkOf(of: { id: string; host: string; link: string; expiresAt: Date }) {
  const { id: subjectId, host, link: token, expiresAt } = of;
  return { purpose: "registration", laboratoryId: null, host, subjectId, token, expiresAt } as const;
}

/** Which one is meant: by its id, or the newest one of an address that waits at this host. */
export type Named = { id: string } | { emailKey: string };

// The same statement for every way of naming one, so that none tells what is there.
const named = `coalesce($1::uuid, (select w.id from registration w
  where w.email_key = $2 and w.host = $3 and w.kind = any($4) and w.confirmed_at is null and w.expires_at > $5
  order by w.created_at desc, w.id desc limit 1))`;

type Asked = { by: Named; host: string; kinds: readonly RegistrationKind[] };

function asked({ by, host, kinds }: Asked, now: Date): unknown[] {
  return ["id" in by ? by.id : null, "emailKey" in by ? by.emailKey : "", host, kinds, now];
}

export type ConfirmedRegistration = Pick<Registration, "id" | "host" | "email" | "emailKey" | "expiresAt"> & {
  kind: RegistrationKind;
  payload: unknown;
};

const columns = "id, kind, host, email, email_key, payload, code_hmac, expires_at";

type Row = {
  id: string;
  kind: RegistrationKind;
  host: string;
  email: string;
  email_key: string;
  expires_at: Date;
  payload: unknown;
  code_hmac: string | null;
};

/**
 * Spends one try, in one statement, and compares. Five tries for a code, and five in half an hour for an e-mail
 * address however many codes were asked for; after that even the right one is wrong (S8).
 * @returns null for every way of being wrong, each after the same work.
 */
export async function tryCode(
  db: PlatformDb,
  now: Date,
  of: Asked & { code: string },
): Promise<ConfirmedRegistration | null> {
  const since = new Date(now.getTime() - registrationMinutes * 60_000);
  const [row] = await db.sql<Row>(
    `update registration r set tries_spent = tries_spent + 1
     where id = ${named} and kind = any($4) and host = $3 and confirmed_at is null and expires_at > $5
       and tries_spent < $6 - coalesce((select sum(o.tries_spent) from registration o
         where o.email_key = r.email_key and o.kind = any($4) and o.id <> r.id and o.created_at > $7), 0)
     returning ${columns}`,
    [...asked(of, now), triesMax, since],
  );
  const bound = boundTo({ id: row?.id ?? newId(), kind: row?.kind ?? "none", host: of.host });
  const isRight = sameSecret(codeHmac(of.code, bound), row?.code_hmac ?? "");
  return row && isRight ? confirmedOf(row) : null;
}

/** What a spent link stands for, held until the transaction ends; null when a code was quicker, or it is over. */
export async function holdRegistration(
  db: PlatformDb,
  now: Date,
  of: { id: string; host: string },
): Promise<ConfirmedRegistration | null> {
  const [row] = await db.sql<Row>(
    `select ${columns} from registration
     where id = $1 and host = $2 and kind = any($3) and confirmed_at is null and expires_at > $4
       and code_hmac is not null for update`,
    [of.id, of.host, personKinds, now],
  );
  return row ? confirmedOf(row) : null;
}

function confirmedOf({ id, kind, host, email, email_key, payload, expires_at }: Row): ConfirmedRegistration {
  return { id, kind, host, email, emailKey: email_key, payload, expiresAt: new Date(expires_at) };
}

/** What waits, as it was written down; null when nothing does. */
export type Waiting = ConfirmedRegistration & { isKnown: boolean };

/** Looks at what waits, before its mail is written again. */
export async function findWaiting(db: PlatformDb, now: Date, of: Asked): Promise<Waiting | null> {
  const [row] = await db.sql<Row>(
    `select ${columns} from registration
     where id = ${named} and kind = any($4) and host = $3 and confirmed_at is null and expires_at > $5`,
    asked(of, now),
  );
  return row ? { ...confirmedOf(row), isKnown: row.code_hmac === null } : null;
}

/**
 * Gives what waits another half hour, with a new code and a new link; the old ones are dead. Tries that were
 * spent stay spent until half an hour has passed since the first.
 * @returns null when nothing waits, after the same work (S16).
 */
export async function renewRegistration(
  db: PlatformDb,
  now: Date,
  of: Asked & { code: string; link?: string },
): Promise<Waiting | null> {
  const found = await findWaiting(db, now, of);
  const { id, kind, host } = { id: found?.id ?? newId(), kind: found?.kind ?? "none", host: of.host };
  const expiresAt = registrationEnd(now);
  const since = new Date(now.getTime() - registrationMinutes * 60_000);
  const renewed = await db.sql(
    `update registration set expires_at = $3,
       code_hmac = case when code_hmac is null then null else $2 end,
       tries_spent = case when created_at <= $4 then 0 else tries_spent end,
       created_at = case when created_at <= $4 then $5 else created_at end
     where id = $1 and confirmed_at is null and expires_at > $5 returning id`,
    [id, codeHmac(of.code, boundTo({ id, kind, host })), expiresAt, since, now],
  );
  await endLinks(db, now, { purpose: "registration", subjectId: id });
  if (of.link !== undefined) await writeLink(db, now, linkOf({ id, host, link: of.link, expiresAt }));
  return renewed.length > 0 ? found : null;
}

/** What a registration that came true still says. */
type Left = {
  /** A username that was asked for, and that somebody had by then. */
  takenUsername?: string | undefined;
};

/** What was waiting has come true; what it carried is forgotten here, but for what is left. */
export async function closeRegistration(
  db: PlatformDb,
  now: Date,
  id: string,
  left: Left = {},
): Promise<void> {
  await db.registration.updateMany({ where: { id }, data: { confirmedAt: now, payload: left } });
}

/** The username that an account asked for when it was registered and did not get; forgotten with the registration. */
export async function takenUsernameOf(db: PlatformDb, accountId: string): Promise<string | null> {
  // An account goes by the id of its registration.
  const where = { id: accountId, confirmedAt: { not: null } };
  const row = await db.registration.findFirst({ where, select: { payload: true } });
  // Only `closeRegistration` writes what a confirmed one says.
  const left = row?.payload as Left | undefined;
  return left?.takenUsername ?? null;
}

/** What waits, wherever it was begun: for those who run the installation. */
export async function findAnyWaiting(
  db: PlatformDb,
  now: Date,
  id: string,
): Promise<Pick<Registration, "kind" | "host"> | null> {
  const where = { id, confirmedAt: null, expiresAt: { gt: now } };
  return db.registration.findFirst({ where, select: { kind: true, host: true } });
}

/** Ends what waits, its code and its link with it. @throws Problem "not_found" when it does not wait any more. */
export async function withdrawRegistration(
  db: PlatformDb,
  now: Date,
  id: string,
): Promise<Pick<Registration, "kind" | "host">> {
  const found = await findAnyWaiting(db, now, id);
  const { count } = await db.registration.updateMany({
    where: { id, confirmedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now, payload: {} },
  });
  if (!found || count === 0) throw notFound();
  await endLinks(db, now, { purpose: "registration", subjectId: id });
  return found;
}
