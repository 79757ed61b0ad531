import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { ResetSort } from "./schema.accounts";

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

const made = { key: "r.created_at", form: "instant", id: "r.id" } as const;
const ended = { key: "coalesce(r.ended_at, r.link_expires_at)", form: "instant", id: "r.id" } as const;

/** What was used or superseded ended then. */
export const resetOrders: Record<ResetSort, ListOrder> = {
  newest: { ...made, way: "desc" },
  oldest: { ...made, way: "asc" },
  email: { key: "r.email_key", form: "text", way: "asc", id: "r.id" },
  most_tries: { key: "r.tries_spent", form: "integer", way: "desc", id: "r.id" },
  ends_first: { ...ended, way: "asc" },
  ends_last: { ...ended, way: "desc" },
};

const state = `case when r.ended_by = 'superseded' then 'superseded' when r.ended_at is not null then 'used'
  when r.link_expires_at <= $1 then 'expired' else 'valid' end`;

/** Requests for a new password; their tokens and codes stay where they are. */
export async function findResets(
  db: PlatformDb,
  at: Date,
  asked: { emailKey?: string | undefined; state?: ResetRow["state"] | undefined },
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(ResetRow & { sortKey: Date | string | number })[]> {
  return db.sql(
    `select r.id, r.email, r.host, r.account_id as "accountId", a.public_id as "publicId",
       r.tries_spent as "triesSpent", r.ip, r.device, r.created_at as "createdAt",
       r.code_expires_at as "codeExpiresAt", r.link_expires_at as "linkExpiresAt",
       r.ended_at as "endedAt", r.ended_by as "endedBy", ${state} as state, ${key}
     from password_reset r left join account a on a.id = r.account_id
     where ($2::text is null or r.email_key = $2) and ($3::text is null or ${state} = $3) and ${beyond(4)}
     ${orderBy} limit $6`,
    [at, asked.emailKey ?? null, asked.state ?? null, ...after, take],
  );
}
