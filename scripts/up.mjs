// npm run up     the whole product on this machine: installs, builds, migrates, fills and serves
// npm run dev    the same, with Next's development server
//
// PORT           where to serve (3000)
// ROOT_DOMAIN    the root host as browsers see it (localhost:PORT)
// HOST           0.0.0.0 to be reached from other machines; otherwise 127.0.0.1 only
// DATA_DIR       where data is kept (.data)
// DATABASE_URL   a PostgreSQL 18 of your own, as its administrator; otherwise one is run in DATA_DIR
//
// Ctrl-C stops everything. A part that is killed comes back; when this process is killed, all parts stop.
import { openSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { build, isBuilt } from "./lib/build.mjs";
import * as data from "./lib/data-folder.mjs";
import { ensureInstalled, requireNode } from "./lib/install.mjs";
import { generateClient } from "./lib/prisma-client.mjs";
import { onNpmGone } from "./lib/processes.mjs";
import { giveUp, seconds, step } from "./lib/say.mjs";
import { supervise } from "./lib/supervise.mjs";
import { isTaken, startWebServer, untilAnswers } from "./lib/web-server.mjs";
import { welcome } from "./lib/welcome.mjs";

requireNode();

const isDevelopment = process.argv.includes("--dev");
const port = Number(process.env.PORT || 3000);
const rootDomain = process.env.ROOT_DOMAIN || `localhost:${port}`;
const began = performance.now();

/** What must be stopped, first things last. @type {{ stop: () => Promise<void> }[]} */
const parts = [];
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(0));
onNpmGone(() => stop(0));

try {
  await up();
} catch (error) {
  if (!isStopping) await stop(1, error);
}

async function up() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) giveUp("PORT must be a number from 1 to 65535.");
  data.makeDataFolder();
  const running = data.currentRun();
  if (running)
    giveUp(`It is running already at ${running.address} (process ${running.pid}): stop that one first.`);
  // The web server of a run that was killed takes a moment to notice.
  for (let left = data.wasInterrupted() ? 40 : 0; left > 0 && (await isTaken(port)); left--) await wait(200);
  if (await isTaken(port)) {
    giveUp(`Port ${port} is taken by another program: choose another, as in PORT=${port + 1} npm run up.`);
  }
  data.noteRun({ pid: process.pid, address: `http://${rootDomain}` });

  console.log("MedVuno LIMS");
  await step("Packages installed", () => ensureInstalled({ withDevelopment: isDevelopment }));
  await step("Database client generated", generateClient);
  // Building needs no database and the database no build.
  const building =
    isDevelopment || isBuilt() ? undefined : step("Application built", build, "Building the application");
  const [env] = await Promise.all([openDatabase(), building]);
  await serve(env);
}

/** @returns {Promise<import("./lib/program.mjs").Environment>} what the application is told */
async function openDatabase() {
  const { prepareDatabase, prepareOwnDatabase } = await import("./lib/installation-database.mjs");
  const { DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL } = process.env;
  const secrets = data.demoSecrets();
  const authSecret = process.env.AUTH_SECRET || secrets.authSecret;
  const environment = (/** @type {object} */ urls) => ({
    ...process.env,
    ...urls,
    AUTH_SECRET: authSecret,
    ROOT_DOMAIN: rootDomain,
    PORT: String(port),
    DATA_DIR: data.dataFolder,
    MEDVUNO_MODE: isDevelopment ? "development" : "demo",
  });
  const preparation = { environment, authSecret, step };
  if (DATABASE_URL) {
    return environment(
      await prepareDatabase(DATABASE_URL, preparation, { DATABASE_LAB_URL, DATABASE_PLATFORM_URL }),
    );
  }
  const { startOwnPostgres } = await import("./lib/own-postgres.mjs");
  const postgres = await supervise("database", () => startOwnPostgres(secrets.postgresPassword), lost);
  parts.push(postgres);
  return environment(await prepareOwnDatabase(postgres.part, preparation));
}

/** @param {import("./lib/program.mjs").Environment} env */
async function serve(env) {
  const log = data.inData("web.log");
  const logFile = openSync(log, "w", 0o600);
  const start = async () => {
    const server = startWebServer({
      command: isDevelopment ? "dev" : "start",
      port,
      isLocal: process.env.HOST !== "0.0.0.0",
      env,
      output: isDevelopment ? "inherit" : logFile,
    });
    parts.push(server);
    await untilAnswers(port, rootDomain, server.ended).catch((error) => {
      throw new Error(
        isDevelopment ? error.message : `${error.message}\n${readFileSync(log, "utf8").slice(-4_000)}`,
      );
    });
    return server;
  };
  parts.push(await supervise("web server", start, lost));
  console.log(`  Serving after ${seconds(began)}\n\n${welcome(rootDomain)}\n`);
  console.log(`  Data: ${data.dataFolder}   Ctrl-C stops everything`);
}

function lost(/** @type {unknown} */ error) {
  stop(1, error);
}

/** @param {number} code @param {unknown} [reason] */
async function stop(code, reason) {
  if (isStopping) return;
  isStopping = true;
  if (reason) console.error(reason instanceof Error ? reason.message : reason);
  else console.log("\nStopping.");
  for (const part of parts.reverse()) await part.stop();
  data.forgetRun();
  process.exit(code);
}
