import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { databaseUrls } from "./database-urls.mjs";
import { prepareOwnDatabase } from "./installation-database.mjs";
import { startThrowawayPostgres } from "./postgres.mjs";
import { freePort } from "./postgres-cluster.mjs";
import { step } from "./say.mjs";
import { randomSecret } from "./secrets.mjs";
import { startWebServer, untilAnswers } from "./web-server.mjs";

/** @typedef {{ port: number, rootDomain: string, pid: number, stop: () => Promise<void> }} Server */

/** @typedef {Awaited<ReturnType<typeof startBenchInstallation>>} Installation */

/**
 * A throwaway PostgreSQL with the demonstration in it, and servers of this build on copies of that database.
 */
export async function startBenchInstallation() {
  const folder = mkdtempSync(join(tmpdir(), "medvuno-bench-data-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const authSecret = randomSecret();
  const environment = (/** @type {object} */ urls) => ({
    ...process.env,
    ...urls,
    AUTH_SECRET: authSecret,
    DATA_DIR: folder,
    MEDVUNO_MODE: "demo",
    LIMITS: "off",
  });
  const postgres = await startThrowawayPostgres();
  await prepareOwnDatabase(postgres, { environment, authSecret, step });
  const urlsOf = (/** @type {string} */ database) =>
    databaseUrls({ DATABASE_URL: postgres.urlOf(database) }, authSecret);

  return {
    /** @param {string} database @returns {Promise<pg.Client>} its administrator */
    async administrator(database) {
      const client = new pg.Client({ connectionString: urlsOf(database).DATABASE_URL });
      await client.connect();
      return client;
    },
    /** @param {string} database @returns {Promise<pg.Client>} as operations connect */
    async laboratoryRole(database) {
      const client = new pg.Client({ connectionString: urlsOf(database).DATABASE_LAB_URL });
      await client.connect();
      return client;
    },
    /** A database like another, which nobody uses meanwhile. @param {string} name @param {string} [like] */
    async copyDatabase(name, like = "lims") {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`create database ${name} template ${like}`);
      await client.end();
    },
    /** @param {string} database @returns {Promise<Server>} */
    async startServer(database) {
      const port = await freePort();
      const rootDomain = `lims.test:${port}`;
      const log = openSync(join(folder, `${database}-${port}.log`), "a");
      const server = startWebServer({
        command: "start",
        port,
        isLocal: true,
        env: { ...environment(urlsOf(database)), ROOT_DOMAIN: rootDomain, PORT: String(port) },
        output: log,
      });
      await untilAnswers(port, rootDomain, server.ended);
      return {
        port,
        rootDomain,
        pid: server.pid ?? 0,
        async stop() {
          await server.stop();
          closeSync(log);
        },
      };
    },
    stop: () => postgres.stop(),
  };
}
