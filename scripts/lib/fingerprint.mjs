import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, root } from "./paths.mjs";

// Whether something must be made again is a question of content, not of dates: a fresh checkout has new dates.

/** @param {string[]} paths files and folders of the repository; absent ones count as absent */
export function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of paths.flatMap((path) => filesOf(inRoot(path))).sort()) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** @param {string} stamp file that remembers the fingerprint @param {string} current */
export const isFresh = (stamp, current) => existsSync(stamp) && readFileSync(stamp, "utf8") === current;

/** @param {string} stamp @param {string} current */
export const remember = (stamp, current) => writeFileSync(stamp, current);

/**
 * The files of a folder that somebody wrote, without tests; none when it is absent.
 * @param {string} path a folder or a file
 * @returns {string[]}
 */
export function filesOf(path) {
  if (!existsSync(path) || path === generated || /\.test\.tsx?$/.test(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

const generated = inRoot("lib", "infra", "prisma");
