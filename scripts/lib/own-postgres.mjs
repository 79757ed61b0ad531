import { createHash } from "node:crypto";
import { dataFolder, inData } from "./data-folder.mjs";
import { startPostgres } from "./postgres.mjs";
import { reachableFolder } from "./postgres-account.mjs";
import { freePort } from "./postgres-cluster.mjs";

/** Where the installation's own PostgreSQL keeps its data. */
export const ownPostgresFolder = () =>
  reachableFolder(inData("postgres"), createHash("sha256").update(dataFolder).digest("hex").slice(0, 12));

/** @type {Promise<number> | undefined} */
let port;

/**
 * Starts the installation's own PostgreSQL; a second start in this process takes the same port again.
 * @param {string} password
 */
export async function startOwnPostgres(password) {
  port ??= freePort();
  return startPostgres({
    dataFolder: ownPostgresFolder(),
    logFile: inData("postgres.log"),
    password,
    port: await port,
    durable: true,
  });
}
