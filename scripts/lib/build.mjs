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

/** Next loads every module to learn about its pages, and some read the environment; nothing connects. */
const placeholders = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none",
  AUTH_SECRET: "placeholder-of-a-build-placeholder-of-a-build",
};

/**
 * Makes the production build.
 * @returns {Promise<string>} what Next printed
 */
export async function build() {
  const current = fingerprint(sources);
  const output = await runProgram({
    script: inRoot("node_modules", "next", "dist", "bin", "next"),
    args: ["build"],
    env: { ...placeholders, ...process.env, NODE_ENV: "production" },
  });
  remember(stamp, current);
  return output;
}
