import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll } from "vitest";

let administrator: pg.Pool | undefined;
afterAll(() => administrator?.end());

/** As the owner of the database, past every policy. */
export async function asOwner<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  administrator ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
  const { rows } = await administrator.query(text, values);
  return rows as Row[];
}

/** What grows by being looked at, and numbers that were taken for something that then was refused (R3). */
const trail = new Set(["audit_event", "audit_seal", "session", "refresh_token", "rate_limit", "counter"]);

async function laboratoryTables(): Promise<string[]> {
  const rows = await asOwner<{ name: string }>(`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'laboratory_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  return rows.map(({ name }) => name).filter((name) => !trail.has(name));
}

let tables: Promise<string[]> | undefined;

/** A hash of each table's rows of a laboratory, the trail left out: equal before and after means untouched. */
export async function rowsOf(laboratoryId: string): Promise<Record<string, string>> {
  tables ??= laboratoryTables();
  const parts = (await tables).map(
    (name) => `select '${name}' as name,
      coalesce((select string_agg(t::text, E'\\n' order by t::text) from ${name} t where laboratory_id = $1), '') as rows`,
  );
  parts.push("select 'laboratory', (select l::text from laboratory l where id = $1)");
  const read = await asOwner<{ name: string; rows: string }>(parts.join(" union all "), [laboratoryId]);
  return Object.fromEntries(
    read.map(({ name, rows }) => [name, createHash("sha256").update(rows).digest("base64url")]),
  );
}

/** How many rows every table holds: what a refused request must leave as it was. */
export async function countRows(laboratoryId: string): Promise<Record<string, number>> {
  tables ??= laboratoryTables();
  const parts = (await tables).map(
    (name) => `select '${name}' as name, count(*)::int as rows from ${name} where laboratory_id = $1`,
  );
  const read = await asOwner<{ name: string; rows: number }>(parts.join(" union all "), [laboratoryId]);
  return Object.fromEntries(read.map(({ name, rows }) => [name, rows]));
}
