import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { databaseUrls } from "../../scripts/lib/database-urls.mjs";

// Runs in each test file's own process before the file loads, so that application modules find a database
// that nobody else touches.

const { adminUrl, template, authSecret, dataFolder } = inject("cluster");
const database = `test_${process.pid}`;

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
await dropDatabasesOfEndedFiles();
await admin.query(`create database ${database} template ${template}`);
await admin.end();

const url = new URL(adminUrl);
url.pathname = database;
Object.assign(process.env, databaseUrls({ DATABASE_URL: url.href }, authSecret), {
  AUTH_SECRET: authSecret,
  ROOT_DOMAIN: "lims.test",
  MEDVUNO_MODE: "development",
  DATA_DIR: join(dataFolder, database),
  LOG_LEVEL: "silent",
});

/** A file's database outlives its process only until the next file begins; the last go with the server. */
async function dropDatabasesOfEndedFiles() {
  const { rows } = await admin.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^test_[0-9]+$'",
  );
  for (const { name } of rows) {
    if (!isRunning(Number(name.slice("test_".length)))) {
      // Another file that begins now may be dropping it too.
      await admin.query(`drop database if exists ${name} with (force)`).catch(() => undefined);
    }
  }
}

function isRunning(pid: number) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
