import type { PlatformDb } from "@/lib/infra/db";

export type ResetRow = {
  id: string;
  state: "valid" | "used" | "superseded" | "expired";
  email: string;
  host: string;
  accountId: string | null;
  publicId: string | null;
  triesSpent: number;
  ip: string | null;
  device: string;
  createdAt: Date;
  codeExpiresAt: Date;
  linkExpiresAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
};

/** Requests for a new password, newest first; their tokens and codes stay where they are. */
export async function findResets(
  db: PlatformDb,
  at: Date,
  asked: {
    emailKey?: string | undefined;
    state?: ResetRow["state"] | undefined;
    after: readonly [createdAt: string, id: string] | null;
    take: number;
  },
): Promise<ResetRow[]> {
  return db.sql<ResetRow>(
    `select * from (
       select r.id, r.email, r.host, r.account_id as "accountId", a.public_id as "publicId",
         r.tries_spent as "triesSpent", r.ip, r.device, r.created_at as "createdAt",
         r.code_expires_at as "codeExpiresAt", r.link_expires_at as "linkExpiresAt",
         r.ended_at as "endedAt", r.ended_by as "endedBy",
         case when r.ended_by = 'superseded' then 'superseded' when r.ended_at is not null then 'used'
           when r.link_expires_at <= $1 then 'expired' else 'valid' end as state
       from password_reset r left join account a on a.id = r.account_id
       where ($2::text is null or r.email_key = $2)
         and ($4::timestamptz is null or (r.created_at, r.id) < ($4, $5::uuid))
     ) r
     where $3::text is null or r.state = $3
     order by r."createdAt" desc, r.id desc limit $6`,
    [
      at,
      asked.emailKey ?? null,
      asked.state ?? null,
      asked.after?.[0] ?? null,
      asked.after?.[1] ?? null,
      asked.take,
    ],
  );
}
