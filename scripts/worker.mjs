// npm run worker: background work in a process of its own, without pages.
//
// It reads the same environment as `npm start`, which has to have migrated the database. Set BACKGROUND=off where
// pages are served, so that only workers work.

import { databaseUrls } from "./lib/database-urls.mjs";
import { requireNode } from "./lib/install.mjs";
import { inRoot } from "./lib/paths.mjs";
import { startProgram } from "./lib/program.mjs";
import { giveUp } from "./lib/say.mjs";

requireNode();

const { DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL, AUTH_SECRET } = process.env;
if (!DATABASE_URL) giveUp("DATABASE_URL is missing: the administrator's URL of a PostgreSQL 18 database.");
if (!AUTH_SECRET) giveUp("AUTH_SECRET is missing: the one that the web processes have.");

const urls = databaseUrls({ DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL }, AUTH_SECRET);
const worker = startProgram({
  script: inRoot("node_modules", "tsx", "dist", "cli.mjs"),
  args: ["--tsconfig", inRoot("tsconfig.scripts.json"), inRoot("inngest", "worker.ts")],
  env: {
    ...process.env,
    ...urls,
    MEDVUNO_MODE: process.env.MEDVUNO_MODE || "production",
    NODE_ENV: "production",
  },
  output: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, worker.stop);
process.exitCode = await worker.ended;
