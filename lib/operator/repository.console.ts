import type { PlatformDb } from "@/lib/infra/db";
import type { DatabaseStatistics, Overview, TableStatistics } from "./schema.console";

/** More than that is "many": nobody waits for a number that has to be counted. */
const many = 100;
const upTo = (rows: string) => `(select count(*)::int from (select ${rows} limit ${many}) w)`;

const week = 7 * 24 * 3_600_000;

export async function countWhatWaits(db: PlatformDb, at: Date): Promise<Overview> {
  const [row] = await db.sql<Overview>(
    `select
       ${upTo("from provider_profile where state = 'pending'")} as "providersPending",
       ${upTo("from registration where confirmed_at is null and expires_at > $1")} as "registrationsPending",
       ${upTo("from suspicion where state = 'open'")} as "suspicionsOpen",
       ${upTo("from mail where state = 'dead'")} as "mailsDead",
       ${upTo("from task where state = 'FAILURE' and created_at > $2")} as "tasksFailed",
       (select count(*)::int from laboratory) as laboratories,
       (select count(*)::int from laboratory where state = 'suspended') as "laboratoriesSuspended",
       ${upTo("from account where state = 'locked'")} as "accountsLocked"`,
    [at, new Date(at.getTime() - week)],
  );
  if (!row) throw new Error("A select without a table has one row.");
  return row;
}

/** What PostgreSQL knows of its tables without reading them; none of what stands in them. */
export async function readStatistics(db: PlatformDb): Promise<DatabaseStatistics> {
  const tables = await db.sql<Record<keyof TableStatistics, string>>(
    `select c.relname as name, c.bytes, c.index_bytes as "indexBytes",
       -- Before the first analysis there is only what was counted while writing.
       case when c.reltuples < 0 then pg_stat_get_live_tuples(c.oid) else c.reltuples end::bigint as rows
     from (select oid, relname, reltuples, pg_total_relation_size(oid) as bytes, pg_indexes_size(oid) as index_bytes
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') c
     order by c.bytes desc, c.relname`,
  );
  const [whole] = await db.sql<{ bytes: string }>("select pg_database_size(current_database()) as bytes");
  return {
    bytes: Number(whole?.bytes ?? 0),
    // Large numbers come as text.
    tables: tables.map(({ name, rows, bytes, indexBytes }) => ({
      name,
      rows: Number(rows),
      bytes: Number(bytes),
      indexBytes: Number(indexBytes),
    })),
  };
}
