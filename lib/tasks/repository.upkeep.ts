import type { LabDb, PlatformDb } from "@/lib/infra/db";

/** What is over, table by table: `$1` is now. */
const over: Record<string, string> = {
  // A refused or forgotten registration holds a hash of a password.
  registration:
    "expires_at < $1::timestamptz - interval '1 day' and (confirmed_at is null or confirmed_at < $1::timestamptz - interval '30 days')",
  email_code: "created_at < $1::timestamptz - interval '30 days'",
  password_reset: "created_at < $1::timestamptz - interval '90 days'",
  email_change: "created_at < $1::timestamptz - interval '90 days'",
  pre_registration: "confirmed_at is null and expires_at < $1::timestamptz - interval '30 days'",
  passkey_challenge: "expires_at < $1::timestamptz - interval '1 day'",
  sign_in_challenge: "expires_at < $1::timestamptz - interval '1 day'",
  hand_over_ticket: "expires_at < $1::timestamptz - interval '1 day'",
  link_token: "expires_at < $1::timestamptz - interval '30 days'",
  // A spent one is known as spent for as long as it could have been used.
  refresh_token: "expires_at < $1::timestamptz - interval '1 day'",
  failed_sign_in:
    "last_failed_at < $1::timestamptz - interval '30 days' and (locked_until is null or locked_until < $1::timestamptz)",
  failed_attempt: "at < $1::timestamptz - interval '1 day'",
  rate_limit: "window_start < $1::timestamptz - interval '2 days'",
  outbox: "dispatched_at < $1::timestamptz - interval '30 days'",
  job_receipt: "created_at < $1::timestamptz - interval '100 days'",
  task_step: "task_id in (select id from task where ended_at < $1::timestamptz - interval '7 days')",
  // What went well by itself is soon nobody's question any more.
  task: `ended_at < $1::timestamptz - interval '90 days'
    or (state = 'SUCCESS' and type is null and ended_at < $1::timestamptz - interval '7 days')`,
};

/** Removes at most `take` rows of each table. */
export async function removeWhatIsOver(
  db: PlatformDb,
  now: Date,
  take: number,
): Promise<{ removed: number; hasMore: boolean }> {
  let removed = 0;
  let hasMore = false;
  for (const [table, condition] of Object.entries(over)) {
    const [row] = await db.sql<{ gone: number }>(
      `with gone as (
         delete from ${table} where ctid in (
           select ctid from ${table} where ${condition} limit $2) returning 1)
       select count(*)::int as gone from gone`,
      [now, take],
    );
    removed += row?.gone ?? 0;
    hasMore ||= row?.gone === take;
  }
  return { removed, hasMore };
}

/** What a laboratory keeps for a day. */
export async function removeDayOld(db: LabDb, laboratoryId: string, now: Date): Promise<number> {
  const [row] = await db.sql<{ gone: number }>(
    `with answers as (
       delete from idempotency_key where laboratory_id = $1 and created_at < $2::timestamptz - interval '25 hours' returning 1),
     exports as (delete from export_chunk where laboratory_id = $1 and expires_at < $2 returning 1)
     select ((select count(*) from answers) + (select count(*) from exports))::int as gone`,
    [laboratoryId, now],
  );
  return row?.gone ?? 0;
}

/** Every laboratory, by id. Suspended ones too: their rows grow old as well. */
export async function laboratoryIds(db: PlatformDb, after: string | null, take: number): Promise<string[]> {
  const rows = await db.laboratory.findMany({
    where: after === null ? {} : { id: { gt: after } },
    select: { id: true },
    orderBy: { id: "asc" },
    take,
  });
  return rows.map(({ id }) => id);
}
