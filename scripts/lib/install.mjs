import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { inRoot, root } from "./paths.mjs";

// Plain Node: runs in a fresh clone, before there is a node_modules.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** Says kindly when this Node is too old to run anything here. */
export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`MedVuno LIMS needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs exactly what the lock file says, if that is not what lies in node_modules.
 * @param {{ withDevelopment: boolean }} options
 * @returns {boolean} whether there was something to install
 */
export function ensureInstalled({ withDevelopment }) {
  if (isInstalled(withDevelopment)) return false;
  console.log("  Installing packages: about a minute");
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", ...(withDevelopment ? ["--include=dev"] : [])];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) throw new Error(`The packages could not be installed.\n${stdout ?? ""}${stderr ?? ""}`);
  return true;
}

function isInstalled(/** @type {boolean} */ withDevelopment) {
  const wanted = packagesOf(inRoot("package-lock.json"));
  const found = packagesOf(inRoot("node_modules", ".package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !withDevelopment) return true;
    return found[path]?.version === entry.version;
  });
}

/**
 * @typedef {{ version: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
