import { existsSync } from "node:fs";
import pg from "pg";
import { inRoot } from "./paths.mjs";
import { runProgram } from "./program.mjs";

/**
 * Fills an empty database with the demonstration laboratories, through the application's own operations.
 * @param {import("./program.mjs").Environment} env of the application
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function seedWhenEmpty(env) {
  const script = inRoot("prisma", "seed", "index.ts");
  if (!existsSync(script) || !(await isEmpty(env.DATABASE_URL))) return false;
  console.log("  Making the demonstration data");
  await runProgram({
    script: inRoot("node_modules", "tsx", "dist", "cli.mjs"),
    args: ["--tsconfig", inRoot("tsconfig.scripts.json"), script],
    env,
  });
  return true;
}

/** @param {string | undefined} connectionString */
async function isEmpty(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query("select not exists (select from laboratory) as empty");
    return rows[0].empty;
  } finally {
    await client.end();
  }
}
