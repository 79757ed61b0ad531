import { fork } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomSecret } from "./secrets.mjs";

/**
 * @typedef {object} Postgres
 * @property {string} url of the administrator, database `postgres`
 * @property {number} port
 * @property {(database: string) => string} urlOf the administrator's URL of another database
 * @property {number | undefined} pid of its keeper
 * @property {Promise<void>} ended when it is gone, wished or not
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the PostgreSQL that came with `npm ci`, on 127.0.0.1 only and a port of its own. It ends with this
 * process, however that ends.
 * @param {{ dataFolder: string, logFile: string, password: string, durable: boolean, port?: number, removeAfter?: string }} order
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(order) {
  // Detached: Ctrl-C reaches whoever asked, who stops the database last.
  const keeper = fork(fileURLToPath(new URL("./postgres-keeper.mjs", import.meta.url)), [], {
    detached: true,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => keeper.once("exit", () => resolve()));
  keeper.send(order);
  /** @type {number} */
  const port = await new Promise((resolve, reject) => {
    keeper.once("message", (/** @type {{ port?: number, failure?: string }} */ { port, failure }) =>
      port ? resolve(port) : reject(new Error(failure)),
    );
    keeper.once("exit", () => reject(new Error("PostgreSQL's keeper ended before the server started.")));
  });
  // It must not keep alive the process that it only serves.
  keeper.channel?.unref();
  keeper.unref();
  const urlOf = (/** @type {string} */ database) =>
    `postgresql://postgres:${order.password}@127.0.0.1:${port}/${database}`;
  return {
    url: urlOf("postgres"),
    port,
    urlOf,
    pid: keeper.pid,
    ended,
    async stop() {
      keeper.ref();
      if (keeper.connected) keeper.disconnect();
      await ended;
    },
  };
}

/** A PostgreSQL for one run of tests or checks: fast, careless, and gone afterwards without a trace. */
export function startThrowawayPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "medvuno-postgres-"));
  return startPostgres({
    dataFolder: join(folder, "data"),
    logFile: join(folder, "log"),
    password: randomSecret(),
    durable: false,
    removeAfter: folder,
  });
}
