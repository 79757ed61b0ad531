// The server of the end-to-end tests: the production build on a free port, with a throwaway demonstration
// database. Playwright starts it, waits for its last line, and stops it; it leaves nothing behind.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isBuilt } from "./lib/build.mjs";
import { basePort, rootDomain } from "./lib/e2e-addresses.mjs";
import { prepareOwnDatabase } from "./lib/installation-database.mjs";
import { startThrowawayPostgres } from "./lib/postgres.mjs";
import { generateClient } from "./lib/prisma-client.mjs";
import { giveUp, step } from "./lib/say.mjs";
import { randomSecret } from "./lib/secrets.mjs";
import { startWebServer, untilAnswers } from "./lib/web-server.mjs";

const dataFolder = mkdtempSync(join(tmpdir(), "medvuno-e2e-"));
process.once("exit", () => rmSync(dataFolder, { recursive: true, force: true }));
// Before there is a server to stop, going is enough: what was started goes too.
process.once("SIGTERM", () => process.exit(0));

const authSecret = randomSecret();
const environment = (/** @type {object} */ urls) => ({
  ...process.env,
  ...urls,
  AUTH_SECRET: authSecret,
  ROOT_DOMAIN: rootDomain,
  PORT: String(basePort),
  DATA_DIR: dataFolder,
  MEDVUNO_MODE: "demo",
  // All browsers of the tests share one address.
  LIMITS: process.env.LIMITS ?? "off",
});

try {
  generateClient();
  if (!isBuilt()) await step("Application built", build);
  const postgres = await startThrowawayPostgres();
  const env = environment(await prepareOwnDatabase(postgres, { environment, authSecret, step }));
  const server = startWebServer({
    command: "start",
    port: basePort,
    isLocal: true,
    env,
    output: "inherit",
  });
  process.removeAllListeners("SIGTERM");
  process.once("SIGTERM", async () => {
    await server.stop();
    await postgres.stop();
    process.exit(0);
  });
  await untilAnswers(basePort, rootDomain, server.ended);
  console.log(`Serving ${rootDomain}`);
} catch (error) {
  giveUp(error);
}
