import { spawnSync } from "node:child_process";
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

/** Writes the Prisma client into lib/infra/prisma. */
export function generateClient({ quiet = false } = {}) {
  const cli = inRoot("node_modules", "prisma", "build", "index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "generate"], {
    cwd: root,
    env: { ...process.env, ...offline },
    encoding: "utf8",
    stdio: quiet ? "pipe" : "inherit",
  });
  if (status !== 0)
    throw new Error(`The Prisma client could not be generated.\n${stdout ?? ""}${stderr ?? ""}`);
}
