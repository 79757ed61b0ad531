import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as data from "./data-folder.mjs";
import { ownPostgresFolder, startOwnPostgres } from "./own-postgres.mjs";

/**
 * @typedef {object} Reached
 * @property {string} url the administrator's URL of the installation's database
 * @property {string} authSecret
 * @property {() => Promise<void>} leave
 */

/**
 * The installation's database, for a command: that of DATABASE_URL, or its own, which is started for the while
 * when it does not run.
 * @returns {Promise<Reached>}
 * @throws {Error} that says what is missing
 */
export async function reachDatabase() {
  const { DATABASE_URL, AUTH_SECRET } = process.env;
  if (DATABASE_URL) {
    if (!AUTH_SECRET) throw new Error("AUTH_SECRET is missing: the one the server runs with.");
    return { url: DATABASE_URL, authSecret: AUTH_SECRET, leave: async () => {} };
  }
  const folder = ownPostgresFolder();
  if (!existsSync(folder))
    throw new Error("There is no installation here yet: set DATABASE_URL, or run `npm run up`.");
  const { authSecret, postgresPassword } = data.demoSecrets();
  const port = data.currentRun() && runningPort(folder);
  if (port) {
    const url = `postgresql://postgres:${postgresPassword}@127.0.0.1:${port}/lims`;
    return { url, authSecret, leave: async () => {} };
  }
  const postgres = await startOwnPostgres(postgresPassword);
  return { url: postgres.urlOf("lims"), authSecret, leave: () => postgres.stop() };
}

/** The fourth line of PostgreSQL's own note of itself. @param {string} folder */
function runningPort(folder) {
  const file = join(folder, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[3]) || undefined : undefined;
}
