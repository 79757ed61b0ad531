import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type {
  CodeSort,
  EmailVerification,
  PendingRegistration,
  PendingSort,
  PreRegistrationLine,
  PreRegistrationSort,
  VerificationCode,
  VerificationSort,
} from "./schema.registrations";

/** Rows as they come, with instants as Dates; what they mean stands in the schema's nouns. */
type RowOf<Noun> = {
  [Key in keyof Noun]: Key extends `${string}At` ? (null extends Noun[Key] ? Date | null : Date) : Noun[Key];
} & { sortKey: Date | string | number };

type Listed = { q?: string | undefined };

/** Part of an address, however it is written; % and _ are themselves. */
function like(q: string | undefined): string | null {
  return q === undefined ? null : `%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

const left = (end: string) =>
  `greatest(0, ceil(extract(epoch from ${end} - $1::timestamptz)))::int as "secondsLeft"`;

/** The first five parameters of each list here: now, the place to go on at, how many, and the address looked for. */
function asked(at: Date, { q }: Listed, { after, take }: Keyset): unknown[] {
  return [at, ...after, take, like(q)];
}

/** Orders that the lists here have in common, by the names of their columns. */
function orders(of: { made: string; email: string; end: string }): Record<VerificationSort, ListOrder> {
  return {
    newest: { key: of.made, form: "instant", way: "desc" },
    oldest: { key: of.made, form: "instant", way: "asc" },
    email: { key: of.email, form: "text", way: "asc" },
    ends_first: { key: of.end, form: "instant", way: "asc" },
    ends_last: { key: of.end, form: "instant", way: "desc" },
  };
}

export const pendingOrders: Record<PendingSort, ListOrder> = {
  ...orders({ made: "created_at", email: "email_key", end: "expires_at" }),
  most_tries: { key: "tries_spent", form: "integer", way: "desc" },
};

export function findPending(
  db: PlatformDb,
  at: Date,
  wanted: Listed & { kind?: PendingRegistration["kind"] | undefined },
  keyset: Keyset,
): Promise<RowOf<PendingRegistration>[]> {
  return db.sql(
    `select id, kind, email, host as place, code_hmac is null as "hasAccount", tries_spent as "triesSpent",
       created_at as "createdAt", expires_at as "expiresAt", ${left("expires_at")}, ${keyset.key}
     from registration
     where confirmed_at is null and expires_at > $1 and ${keyset.beyond(2)}
       and ($5::text is null or email_key like $5) and ($6::text is null or kind = $6)
     ${keyset.orderBy} limit $4`,
    [...asked(at, wanted, keyset), wanted.kind ?? null],
  );
}

/** What was used ended when it was used. */
export const codeOrders: Record<CodeSort, ListOrder> = {
  ...orders({ made: '"createdAt"', email: "lower(email)", end: 'coalesce("usedAt", "expiresAt")' }),
  most_tries: { key: '"triesSpent"', form: "integer", way: "desc" },
};

/** Codes of every purpose, without the codes. What was kept only for silence's sake was never mailed: it is left out. */
export function findCodes(
  db: PlatformDb,
  at: Date,
  wanted: Listed & {
    purpose?: VerificationCode["purpose"] | undefined;
    status?: VerificationCode["status"] | undefined;
  },
  keyset: Keyset,
): Promise<RowOf<VerificationCode>[]> {
  return db.sql(
    `select *, ${left(`case when status = 'valid' then "expiresAt" else $1 end`)}, ${keyset.key} from (
       select *, case when "usedAt" is not null then 'used' when "expiresAt" <= $1 then 'expired' else 'valid' end
         as status from (
         select id, 'login' as purpose, email_key as email, host as place, tries_spent as "triesSpent",
           created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"
           from email_code where code_hmac is not null
         union all
         select id, 'registration', email, host, tries_spent, created_at, expires_at, confirmed_at
           from registration where code_hmac is not null
         union all
         select id, 'password_reset', email, host, tries_spent, created_at,
           case when ended_by = 'superseded' then least(code_expires_at, ended_at) else code_expires_at end,
           case when ended_by = 'code' then ended_at end
           from password_reset where code_hmac is not null
       ) every_code
       where ${keyset.beyond(2)}
         and ($5::text is null or lower(email) like $5) and ($6::text is null or purpose = $6)
     ) judged
     where $7::text is null or status = $7 ${keyset.orderBy} limit $4`,
    [...asked(at, wanted, keyset), wanted.purpose ?? null, wanted.status ?? null],
  );
}

export const verificationOrders = orders({
  ...{ made: '"createdAt"', email: "lower(email)", end: 'coalesce("verifiedAt", "expiresAt")' },
});

/** Addresses that somebody was asked to confirm: by registering, and by changing an account's address. */
export function findVerifications(
  db: PlatformDb,
  at: Date,
  wanted: Listed & {
    kind?: EmailVerification["kind"] | undefined;
    status?: EmailVerification["status"] | undefined;
  },
  keyset: Keyset,
): Promise<RowOf<EmailVerification>[]> {
  return db.sql(
    `select *, ${left(`case when status = 'pending' then "expiresAt" else $1 end`)}, ${keyset.key} from (
       select *, case when "verifiedAt" is not null then 'verified' when "expiresAt" <= $1 then 'expired'
         else 'pending' end as status from (
         select id, kind, email, host as place, created_at as "createdAt", expires_at as "expiresAt",
           confirmed_at as "verifiedAt" from registration where code_hmac is not null
         union all
         select id, 'email_change', new_email, host, created_at, least(expires_at, coalesce(ended_at, expires_at)),
           new_confirmed_at from email_change where ended_by is distinct from 'restored'
       ) every_verification
       where ${keyset.beyond(2)}
         and ($5::text is null or lower(email) like $5) and ($6::text is null or kind = $6)
     ) judged
     where $7::text is null or status = $7 ${keyset.orderBy} limit $4`,
    [...asked(at, wanted, keyset), wanted.kind ?? null, wanted.status ?? null],
  );
}

export const preRegistrationOrders: Record<PreRegistrationSort, ListOrder> = {
  newest: { key: "created_at", form: "instant", way: "desc" },
  oldest: { key: "created_at", form: "instant", way: "asc" },
  email: { key: "email_key", form: "text", way: "asc" },
};

export function findPreRegistrations(
  db: PlatformDb,
  at: Date,
  wanted: Listed & { status?: PreRegistrationLine["status"] | undefined },
  keyset: Keyset,
): Promise<RowOf<PreRegistrationLine>[]> {
  return db.sql(
    `select id, email, status, created_at as "createdAt", confirmed_at as "confirmedAt", told_at as "toldAt",
       ${keyset.key}
     from (
       select *, case when told_at is not null then 'told' when confirmed_at is not null then 'confirmed'
         when expires_at <= $1 then 'expired' else 'pending' end as status
       from pre_registration where removed_at is null
     ) judged
     where ($6::text is null or status = $6) and ${keyset.beyond(2)} and ($5::text is null or email_key like $5)
     ${keyset.orderBy} limit $4`,
    [...asked(at, wanted, keyset), wanted.status ?? null],
  );
}
