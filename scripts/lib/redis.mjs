import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["redis-server", "valkey-server"];

function findRedis() {
  const named = process.env.REDIS_SERVER_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`REDIS_SERVER_PATH is ${named}, and there is nothing there.`);
    return named;
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/opt/homebrew/bin"];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Finds a Redis server for the tests of the shared limits, or installs Debian's where that can be done.
 * @returns {string} its path
 * @throws Error that says how to get one
 */
export function ensureRedis() {
  const found = findRedis();
  if (found) return found;
  const output = installFromDebian();
  const installed = findRedis();
  if (installed) return installed;
  throw new Error(
    "There is no redis-server, and none could be installed. Install Redis 7 or Valkey, or set REDIS_SERVER_PATH " +
      `to one.\n${output}`,
  );
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", [...args], { env, encoding: "utf8", stdio: "pipe" }).stderr;
  // The package starts a server of its own where there is an init to do so; the tests start theirs anyway.
  return apt("update", "-qq") + apt("install", "-y", "-qq", "--no-install-recommends", "redis-server");
}
