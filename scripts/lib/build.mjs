import { fingerprint, isFresh, remember } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { runProgram } from "./program.mjs";

const sources = [
  "app",
  "components",
  "emails",
  "inngest",
  "lib",
  "public",
  "prisma/schema",
  "middleware.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

const stamp = inRoot(".next", "sources-fingerprint");

/** Whether .next is the production build of the sources as they are. */
export const isBuilt = () => isFresh(stamp, fingerprint(sources));

/**
 * Makes the production build.
 * @returns {Promise<string>} what Next printed
 */
export async function build() {
  const current = fingerprint(sources);
  const output = await runProgram({
    script: inRoot("node_modules", "next", "dist", "bin", "next"),
    args: ["build"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  remember(stamp, current);
  return output;
}
