import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

// PostgreSQL refuses to run as root. Started by root it runs as the owner of its data, at first the
// system's `postgres` user, who must be able to reach both the program and the data.

/** Where a clone that only root can enter keeps what `postgres` must reach. */
const reachableHome = "/var/lib/medvuno-lims";

const isRoot = () => process.getuid?.() === 0;

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account PostgreSQL runs as for this data folder; undefined means the account of this process.
 * @param {string} dataFolder
 * @returns {Account | undefined}
 */
export function postgresAccount(dataFolder) {
  if (!isRoot()) return undefined;
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/**
 * A place for a data folder that PostgreSQL can reach: the wished one, or one outside the clone when a folder
 * above it is closed to others (a clone in /root).
 * @param {string} wished absolute path
 * @param {string} key names the place when it must be outside
 */
export function reachableFolder(wished, key) {
  if (!isRoot() || isOpenToOthers(dirname(dirname(wished)))) return wished;
  return join(reachableHome, key);
}

/**
 * The folder of PostgreSQL's program files, copied out of a clone that only root can enter.
 * @param {string} native
 * @param {string} version
 */
export function reachableProgram(native, version) {
  if (!isRoot() || isOpenToOthers(native)) return native;
  const copy = join(reachableHome, `program-${version}`);
  const complete = join(copy, ".complete");
  if (!existsSync(complete)) {
    mkdirSync(reachableHome, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(complete);
  }
  return copy;
}

/**
 * Makes a folder the account owns, inside a parent it may pass through but not list.
 * @param {string} folder
 */
export function makeAccountFolder(folder) {
  const account = postgresAccount(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!account) return;
  chownSync(folder, account.uid, account.gid);
  const parent = dirname(folder);
  const { mode, uid } = statSync(parent);
  if (uid === 0 && (mode & 0o011) === 0) {
    chownSync(parent, 0, account.gid);
    chmodSync(parent, 0o710);
  }
}

function isOpenToOthers(/** @type {string} */ path) {
  for (let at = path; ; at = dirname(at)) {
    const found = existsSync(at) ? statSync(at) : undefined;
    if (found?.isDirectory() && (found.mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function lookUp() {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function create() {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" });
  } catch (error) {
    throw new Error("PostgreSQL does not run as root, and no user `postgres` could be made for it.", {
      cause: error,
    });
  }
  return lookUp();
}
