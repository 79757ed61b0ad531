import { spawnSync } from "node:child_process";
import { fingerprint, isFresh, remember } from "./fingerprint.mjs";
import { inRoot, root } from "./paths.mjs";

/**
 * What Prisma's command line is told so that it generates without network: any executable that exists stands
 * for the native schema engine, which generating never runs.
 */
const offline = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

/**
 * Writes the Prisma client into lib/infra/prisma, unless it is there for this very schema.
 * @returns {boolean} whether there was something to do
 */
export function generateClient({ force = false } = {}) {
  const current = fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const stamp = inRoot("lib", "infra", "prisma", ".fingerprint");
  if (!force && isFresh(stamp, current)) return false;
  const cli = inRoot("node_modules", "prisma", "build", "index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: root,
    env: { ...process.env, ...offline },
    encoding: "utf8",
  });
  if (status !== 0)
    throw new Error(`The Prisma client could not be generated.\n${stdout ?? ""}${stderr ?? ""}`);
  remember(stamp, current);
  return true;
}
