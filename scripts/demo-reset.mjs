// npm run demo:reset: forgets everything the demonstration holds; the next `npm run up` makes it anew.
//
// With DATABASE_URL it would empty a database of your own, and does so only with --yes.
import { existsSync, readdirSync, rmSync } from "node:fs";
import * as data from "./lib/data-folder.mjs";
import { giveUp } from "./lib/say.mjs";

const { DATABASE_URL } = process.env;
const running = data.currentRun();

if (running) giveUp(`It is running at ${running.address} (process ${running.pid}): stop it first.`);
if (DATABASE_URL && !process.argv.includes("--yes")) {
  giveUp("DATABASE_URL is set: this would erase that database. If you mean it: npm run demo:reset -- --yes");
}

if (DATABASE_URL) await emptyDatabase(DATABASE_URL);
await removeData();
console.log("Everything is forgotten. `npm run up` starts over.");

/** @param {string} connectionString */
async function emptyDatabase(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("drop schema public cascade; create schema public");
  await client.end();
}

async function removeData() {
  if (!existsSync(data.dataFolder)) return;
  // DATA_DIR may have been mistyped: only a folder that an installation made is emptied.
  if (!existsSync(data.inData("secrets.json")))
    giveUp(`${data.dataFolder} is not the data folder of a demonstration.`);
  const { ownPostgresFolder } = await import("./lib/own-postgres.mjs");
  const { stopOrphan } = await import("./lib/postgres-cluster.mjs");
  await stopOrphan(ownPostgresFolder());
  rmSync(ownPostgresFolder(), { recursive: true, force: true });
  for (const name of readdirSync(data.dataFolder))
    rmSync(data.inData(name), { recursive: true, force: true });
}
