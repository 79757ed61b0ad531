import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { databaseUrls } from "../../scripts/lib/database-urls.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { startThrowawayPostgres } from "../../scripts/lib/postgres.mjs";
import { randomSecret } from "../../scripts/lib/secrets.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** What every database test file starts from: a server with a migrated template to copy. */
    cluster: { adminUrl: string; template: string; authSecret: string; dataFolder: string };
  }
}

/** One PostgreSQL for the whole run, with the migrations applied once, to a template. */
export default async function setup(project: TestProject) {
  const template = "lims_template";
  const authSecret = randomSecret();
  const postgres = await startThrowawayPostgres();
  const dataFolder = await mkdtemp(join(tmpdir(), "medvuno-tests-"));
  const end = async () => {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };

  const admin = new pg.Client({ connectionString: postgres.url });
  try {
    await admin.connect();
    await admin.query(`create database ${template}`);
    await migrate(databaseUrls({ DATABASE_URL: postgres.urlOf(template) }, authSecret));
    await admin.query(`alter database ${template} is_template true allow_connections false`);
    await admin.end();
  } catch (error) {
    await admin.end();
    await end();
    throw error;
  }

  project.provide("cluster", { adminUrl: postgres.url, template, authSecret, dataFolder });
  return end;
}
