import pg from "pg";
import { databaseUrls } from "./database-urls.mjs";
import { migrate } from "./migrate.mjs";
import { seedWhenEmpty } from "./seed.mjs";

/** The database of an installation that keeps its own PostgreSQL. */
const databaseName = "lims";

/**
 * @typedef {object} Preparation
 * @property {(urls: import("./database-urls.mjs").DatabaseUrls) => import("./program.mjs").Environment} environment
 *   of the application on that database
 * @property {string} authSecret
 * @property {(what: string, work: () => Promise<unknown>) => Promise<unknown>} step
 */

/**
 * Brings an own PostgreSQL's database up to date. A new one is filled under another name and renamed when it is
 * whole, so that an interrupted first start leaves nothing half-done.
 * @param {import("./postgres.mjs").Postgres} postgres
 * @param {Preparation} preparation
 */
export async function prepareOwnDatabase(postgres, preparation) {
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) {
      const unfinished = `${databaseName}_unfinished`;
      await admin.query(`drop database if exists ${unfinished} with (force)`);
      await admin.query(`create database ${unfinished}`);
      await prepareDatabase(postgres.urlOf(unfinished), preparation);
      await admin.query(`alter database ${unfinished} rename to ${databaseName}`);
    }
  } finally {
    await admin.end();
  }
  return prepareDatabase(postgres.urlOf(databaseName), preparation);
}

/**
 * Migrates a database and fills it when it is empty.
 * @param {string} adminUrl
 * @param {Preparation} preparation
 * @param {{ DATABASE_LAB_URL?: string | undefined, DATABASE_PLATFORM_URL?: string | undefined }} others
 */
export async function prepareDatabase(adminUrl, { environment, authSecret, step }, others = {}) {
  const urls = databaseUrls({ DATABASE_URL: adminUrl, ...others }, authSecret);
  await step("Database migrated", async () => (await migrate(urls)).length > 0);
  await step("Demonstration data made", () => seedWhenEmpty(environment(urls)));
  return urls;
}
