import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, schemaFolder } from "./paths.mjs";

/** The Prisma schema as it lies in the working tree. */
export function schemaNow() {
  return readdirSync(schemaFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(schemaFolder, name), "utf8") }));
}

/** The Prisma schema as it was at a commit; no files when there was none. */
export function schemaAt(/** @type {string} */ commit) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return git("ls-tree", "-r", "--name-only", commit, "--", "prisma/schema")
    .split("\n")
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: name.replace("prisma/schema/", ""), content: git("show", `${commit}:${name}`) }));
}
