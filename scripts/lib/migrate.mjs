import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inRoot, migrationsFolder } from "./paths.mjs";
import { scramVerifier } from "./scram.mjs";

/** @typedef {import("./database-urls.mjs").DatabaseUrls} DatabaseUrls */
/** @typedef {{ name: string, checksum: string, sql: string }} Migration */

/** Two servers that start together migrate one after the other. Any number does, if nobody else uses it. */
const lockKey = 4_851_022_611;

/**
 * Brings a database up to date: roles and extensions, the roles' passwords, then every migration not yet
 * applied, each in a transaction of its own, noted as Prisma's own command notes it.
 * @param {DatabaseUrls} urls
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function migrate(urls) {
  const client = new pg.Client({ connectionString: urls.DATABASE_URL, application_name: "medvuno migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await prepareRoles(client, urls);
    const waiting = pending(readMigrations(), await history(client));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {DatabaseUrls} urls */
async function prepareRoles(client, urls) {
  await client.query(readFileSync(inRoot("prisma", "roles.sql"), "utf8"));
  for (const { username, password } of [
    new URL(urls.DATABASE_LAB_URL),
    new URL(urls.DATABASE_PLATFORM_URL),
  ]) {
    if (!username || !password) continue;
    const verifier = client.escapeLiteral(scramVerifier(decodeURIComponent(password)));
    await client.query(
      `alter role ${client.escapeIdentifier(decodeURIComponent(username))} password ${verifier}`,
    );
  }
}

/** The migrations of this version of the program, in their order. */
function readMigrations() {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * @param {pg.Client} client
 * @returns {Promise<{ name: string, checksum: string, finished: boolean }[]>}
 */
async function history(client) {
  await client.query(`
    set role lims_owner;
    create table if not exists _prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0
    );
    reset role;`);
  const { rows } = await client.query(`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null order by started_at`);
  return rows;
}

/**
 * @param {Migration[]} migrations
 * @param {{ name: string, checksum: string, finished: boolean }[]} applied
 */
function pending(migrations, applied) {
  for (const { name, checksum, finished } of applied) {
    const ours = migrations.find((migration) => migration.name === name);
    if (!finished)
      throw new Error(
        `Migration ${name} began and never finished. Settle it with \`prisma migrate resolve\`.`,
      );
    if (!ours)
      throw new Error(
        `The database is newer than this program: it has migration ${name}. Start the newer version.`,
      );
    if (ours.checksum !== checksum) {
      throw new Error(
        `Migration ${name} was applied to this database and its file has changed since. ` +
          "Put the file back as it was, and write what changed as a new migration.",
      );
    }
  }
  return migrations.filter(({ name }) => !applied.some((done) => done.name === name));
}

/** @param {pg.Client} client @param {Migration} migration */
async function apply(client, { name, checksum, sql }) {
  try {
    await client.query("begin");
    await client.query("set local role lims_owner");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, transaction_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw new Error(`Migration ${name} failed and changed nothing: ${explain(error, sql)}`, {
      cause: error,
    });
  }
}

/** @param {unknown} error @param {string} sql */
function explain(error, sql) {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position ? `, line ${sql.slice(0, Number(error.position)).split("\n").length}` : "";
  return [`${error.message} (${error.code}${line})`, error.detail, error.hint, error.where]
    .filter(Boolean)
    .join("\n");
}
