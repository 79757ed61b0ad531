// npm start: production. Migrates the database, then serves the build of `npm run build`.
//
// DATABASE_URL and AUTH_SECRET are required; docs/operator.md describes every variable.

import { existsSync } from "node:fs";
import { isDemoSecret } from "./lib/data-folder.mjs";
import { databaseUrls } from "./lib/database-urls.mjs";
import { requireNode } from "./lib/install.mjs";
import { mailRefusal } from "./lib/mail-refusal.mjs";
import { migrate } from "./lib/migrate.mjs";
import { inRoot } from "./lib/paths.mjs";
import { giveUp } from "./lib/say.mjs";
import { startWebServer } from "./lib/web-server.mjs";

requireNode();

const { DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL, AUTH_SECRET } = process.env;
const port = Number(process.env.PORT || 3000);

if (!DATABASE_URL) giveUp("DATABASE_URL is missing: the administrator's URL of a PostgreSQL 18 database.");
if (!AUTH_SECRET) giveUp("AUTH_SECRET is missing: make one with `openssl rand -base64 48`, and keep it.");
if (AUTH_SECRET.length < 32) giveUp("AUTH_SECRET is too short: it needs at least 32 random characters.");
if (isDemoSecret(AUTH_SECRET)) giveUp("AUTH_SECRET is a demonstration's: production needs one of its own.");
const refusal = mailRefusal(process.env);
if (refusal) giveUp(refusal);
if (!existsSync(inRoot(".next", "BUILD_ID")))
  giveUp("There is no build to serve: run `npm run build` first.");

try {
  const urls = databaseUrls({ DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL }, AUTH_SECRET);
  const applied = await migrate(urls);
  if (applied.length > 0) console.log(`Applied ${applied.join(", ")}.`);
  const server = startWebServer({
    command: "start",
    port,
    isLocal: false,
    env: { ...process.env, ...urls, MEDVUNO_MODE: process.env.MEDVUNO_MODE || "production" },
    output: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, server.stop);
  process.exitCode = await server.ended;
} catch (error) {
  giveUp(error);
}
