import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeAccountFolder, postgresAccount } from "./postgres-account.mjs";
import { postgresProgram } from "./postgres-program.mjs";
import { stopProcess } from "./processes.mjs";

/** @typedef {{ dataFolder: string, logFile: string, password: string, durable: boolean }} Cluster */

const superuser = "postgres";
const { PATH, NODE_ENV } = process.env;
const environment = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };

/**
 * The first start of a cluster: only scram passwords, the same sorting on every machine.
 * @param {Cluster} cluster
 */
export function initialise({ dataFolder, password }) {
  if (existsSync(join(dataFolder, "PG_VERSION"))) return;
  // Beside its place and then moved, so that an interrupted start leaves no half of a cluster behind.
  const unfinished = `${dataFolder}.unfinished`;
  const passwordFile = join(unfinished, "..", "initial-password");
  rmSync(unfinished, { recursive: true, force: true });
  makeAccountFolder(unfinished);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const account = postgresAccount(unfinished);
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    const flags = [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ];
    const { status, error, stderr } = spawnSync(postgresProgram().initdb, flags, {
      ...account,
      cwd: unfinished,
      env: environment,
      encoding: "utf8",
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`PostgreSQL could not make its data folder.\n${stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, dataFolder);
}

/**
 * Starts the server and waits until it answers.
 * @param {Cluster} cluster
 * @param {number} port
 */
export async function startServer({ dataFolder, logFile, durable }, port) {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "jit=off",
    // A throwaway cluster has nothing to lose in a power cut.
    ...(durable
      ? []
      : [
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "wal_level=minimal",
          "max_wal_senders=0",
        ]),
  ];
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(
    postgresProgram().postgres,
    ["-D", dataFolder, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...postgresAccount(dataFolder), cwd: dataFolder, env: environment, stdio: ["ignore", log, log] },
  );
  let failure = "";
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure ||= `it ended with ${signal ?? code}`;
  });
  while (pidFile(dataFolder)?.status !== "ready" || pidFile(dataFolder)?.pid !== child.pid) {
    if (failure) throw new Error(`PostgreSQL did not start (${failure}); see ${logFile}.`);
    await wait(20);
  }
  return child;
}

/**
 * Asks a server to end its connections and stop, and waits for it.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stopServer(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  const slow = setTimeout(() => child.kill("SIGQUIT"), 10_000);
  await ended;
  clearTimeout(slow);
}

/**
 * Stops the server that a killed run left on this data folder, and clears away what it left.
 * @param {string} dataFolder
 */
export async function stopOrphan(dataFolder) {
  const found = pidFile(dataFolder);
  if (!found) return;
  await stopProcess(found.pid, dataFolder, "SIGINT");
  // The number in a stale file may by now belong to another program, which PostgreSQL would take for itself.
  rmSync(join(dataFolder, "postmaster.pid"), { force: true });
}

/**
 * A port of 127.0.0.1 that nobody listens on.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** What PostgreSQL writes of itself while it runs. */
function pidFile(/** @type {string} */ dataFolder) {
  try {
    const lines = readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}
