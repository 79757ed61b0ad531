import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bareRoute } from "./bench-bare-route.mjs";
import { inRoot, root } from "./paths.mjs";

const leftOut = new Set([".git", ".next", ".data", ".env", "node_modules", "coverage", "test-results"]);

/**
 * A copy of the product with one route more, to measure against. It is gone when this process ends.
 * @returns {string} its folder
 */
export function copyWithBareRoute() {
  const copy = mkdtempSync(join(tmpdir(), "medvuno-bench-"));
  process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name)) cpSync(inRoot(name), join(copy, name), { recursive: true });
  }
  mirror(inRoot("node_modules"), join(copy, "node_modules"));
  const route = join(copy, "app", "api", "bare", "route.ts");
  mkdirSync(dirname(route), { recursive: true });
  writeFileSync(route, bareRoute);
  return copy;
}

/**
 * The packages again, by hard links where the file system can: Next wants them inside the folder it builds.
 * @param {string} from @param {string} to
 */
function mirror(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    // What tools keep there is theirs, and changes under their hands.
    else if (entry.name === ".cache") continue;
    else if (entry.isDirectory()) mirror(source, target);
    else link(source, target);
  }
}

/** @param {string} source @param {string} target */
function link(source, target) {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target);
  }
}
