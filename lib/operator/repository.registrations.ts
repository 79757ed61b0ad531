import type { PlatformDb } from "@/lib/infra/db";
import type {
  EmailVerification,
  PendingRegistration,
  PreRegistrationLine,
  VerificationCode,
} from "./schema.registrations";

type After = readonly [createdAt: string, id: string] | null;
type Listing = { q?: string | undefined; after: After; take: number };

/** Rows as they come, with instants as Dates; what they mean stands in the schema's nouns. */
type RowOf<Noun> = {
  [Key in keyof Noun]: Key extends `${string}At` ? (null extends Noun[Key] ? Date | null : Date) : Noun[Key];
};

/** Part of an address, however it is written; % and _ are themselves. */
function like(q: string | undefined): string | null {
  return q === undefined ? null : `%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
}

const left = (end: string) =>
  `greatest(0, ceil(extract(epoch from ${end} - $1::timestamptz)))::int as "secondsLeft"`;
const newestFirst = `order by "createdAt" desc, id desc limit $4`;

function asked(at: Date, { q, after, take }: Listing): unknown[] {
  return [at, after?.[0] ?? null, after?.[1] ?? null, take, like(q)];
}

export type PendingRow = RowOf<PendingRegistration>;

export function findPending(
  db: PlatformDb,
  at: Date,
  wanted: Listing & { kind?: PendingRegistration["kind"] | undefined },
): Promise<PendingRow[]> {
  return db.sql<PendingRow>(
    `select id, kind, email, host as place, code_hmac is null as "hasAccount", tries_spent as "triesSpent",
       created_at as "createdAt", expires_at as "expiresAt", ${left("expires_at")}
     from registration
     where confirmed_at is null and expires_at > $1
       and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
       and ($5::text is null or email_key like $5) and ($6::text is null or kind = $6)
     ${newestFirst}`,
    [...asked(at, wanted), wanted.kind ?? null],
  );
}

export type CodeRow = RowOf<VerificationCode>;

/** Codes of every purpose, without the codes. What was kept only for silence's sake was never mailed: it is left out. */
export function findCodes(
  db: PlatformDb,
  at: Date,
  wanted: Listing & {
    purpose?: VerificationCode["purpose"] | undefined;
    status?: VerificationCode["status"] | undefined;
  },
): Promise<CodeRow[]> {
  return db.sql<CodeRow>(
    `select *, ${left(`case when status = 'valid' then "expiresAt" else $1 end`)} from (
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
       where ($2::timestamptz is null or ("createdAt", id) < ($2, $3::uuid))
         and ($5::text is null or lower(email) like $5) and ($6::text is null or purpose = $6)
     ) judged
     where $7::text is null or status = $7 ${newestFirst}`,
    [...asked(at, wanted), wanted.purpose ?? null, wanted.status ?? null],
  );
}

export type VerificationRow = RowOf<EmailVerification>;

/** Addresses that somebody was asked to confirm: by registering, and by changing an account's address. */
export function findVerifications(
  db: PlatformDb,
  at: Date,
  wanted: Listing & {
    kind?: EmailVerification["kind"] | undefined;
    status?: EmailVerification["status"] | undefined;
  },
): Promise<VerificationRow[]> {
  return db.sql<VerificationRow>(
    `select *, ${left(`case when status = 'pending' then "expiresAt" else $1 end`)} from (
       select *, case when "verifiedAt" is not null then 'verified' when "expiresAt" <= $1 then 'expired'
         else 'pending' end as status from (
         select id, kind, email, host as place, created_at as "createdAt", expires_at as "expiresAt",
           confirmed_at as "verifiedAt" from registration where code_hmac is not null
         union all
         select id, 'email_change', new_email, host, created_at, least(expires_at, coalesce(ended_at, expires_at)),
           new_confirmed_at from email_change
       ) every_verification
       where ($2::timestamptz is null or ("createdAt", id) < ($2, $3::uuid))
         and ($5::text is null or lower(email) like $5) and ($6::text is null or kind = $6)
     ) judged
     where $7::text is null or status = $7 ${newestFirst}`,
    [...asked(at, wanted), wanted.kind ?? null, wanted.status ?? null],
  );
}

export type PreRegistrationRow = RowOf<PreRegistrationLine>;

export function findPreRegistrations(
  db: PlatformDb,
  at: Date,
  wanted: Listing & { status?: PreRegistrationLine["status"] | undefined },
): Promise<PreRegistrationRow[]> {
  return db.sql<PreRegistrationRow>(
    `select id, email, status, "createdAt", "confirmedAt", "toldAt" from (
       select id, email, created_at as "createdAt", confirmed_at as "confirmedAt", told_at as "toldAt",
         case when told_at is not null then 'told' when confirmed_at is not null then 'confirmed'
           when expires_at <= $1 then 'expired' else 'pending' end as status
       from pre_registration
       where removed_at is null and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
         and ($5::text is null or email_key like $5)
     ) judged
     where $6::text is null or status = $6 ${newestFirst}`,
    [...asked(at, wanted), wanted.status ?? null],
  );
}
