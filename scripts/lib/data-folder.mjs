import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./paths.mjs";
import { commandOf } from "./processes.mjs";
import { randomSecret } from "./secrets.mjs";

// What an installation keeps on disk when it keeps its own database: DATA_DIR, .data unless said otherwise.

export const dataFolder = resolve(root, process.env.DATA_DIR || ".data");

/** A path in the data folder. */
export const inData = (/** @type {string[]} */ ...parts) => join(dataFolder, ...parts);

export function makeDataFolder() {
  if (existsSync(dataFolder)) return;
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o700);
}

/**
 * The secrets of a demonstration, made once. They say what they are: production refuses them.
 * @returns {{ authSecret: string, postgresPassword: string }}
 */
export function demoSecrets() {
  const file = inData("secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const made = { authSecret: `${demoPrefix}${randomSecret()}`, postgresPassword: randomSecret() };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

const demoPrefix = "demo-";

export const isDemoSecret = (/** @type {string} */ secret) => secret.startsWith(demoPrefix);

/** @typedef {{ pid: number, address: string }} Run */

/** The `npm run up` or `npm run dev` that runs on this data folder now. */
export function currentRun() {
  const run = readRun();
  return run && commandOf(run.pid)?.includes("up.mjs") ? run : undefined;
}

/** Whether a run ended without saying so: its parts may still be stopping. */
export const wasInterrupted = () => readRun() !== undefined;

export const noteRun = (/** @type {Run} */ run) => writeFileSync(runFile(), JSON.stringify(run));

export const forgetRun = () => rmSync(runFile(), { force: true });

const runFile = () => inData("running.json");

/** @returns {Run | undefined} */
function readRun() {
  try {
    return JSON.parse(readFileSync(runFile(), "utf8"));
  } catch {
    return undefined;
  }
}
