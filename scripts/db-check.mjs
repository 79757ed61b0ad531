// Whether prisma/migrations lead to what prisma/schema describes: makes one throwaway database from each and
// compares them. Prints every difference.
import { readFileSync } from "node:fs";
import pg from "pg";
import { catalogue, differences } from "./lib/catalogue.mjs";
import { databaseUrls } from "./lib/database-urls.mjs";
import { migrate } from "./lib/migrate.mjs";
import { inRoot } from "./lib/paths.mjs";
import { startThrowawayPostgres } from "./lib/postgres.mjs";
import { diffSchemas } from "./lib/schema-engine.mjs";
import { schemaNow } from "./lib/schema-files.mjs";
import { randomSecret } from "./lib/secrets.mjs";

const postgres = await startThrowawayPostgres();
try {
  const found = differences(await catalogueOfMigrations(), await catalogueOfSchema());
  if (found.length > 0) {
    console.error(["The migrations do not lead to the Prisma schema:", ...found].join("\n  "));
    process.exitCode = 1;
  } else {
    console.log("The migrations lead to what the Prisma schema describes.");
  }
} finally {
  await postgres.stop();
}

async function catalogueOfMigrations() {
  await run("postgres", "create database migrated");
  const url = postgres.urlOf("migrated");
  await migrate(databaseUrls({ DATABASE_URL: url }, randomSecret()));
  await run("migrated", "drop table _prisma_migrations");
  return catalogue(url);
}

async function catalogueOfSchema() {
  await run("postgres", "create database described");
  // Extensions first: a column may have a type of theirs.
  await run("described", readFileSync(inRoot("prisma", "roles.sql"), "utf8"));
  await run("described", await diffSchemas([], schemaNow()));
  return catalogue(postgres.urlOf("described"));
}

/** @param {string} database @param {string} sql */
async function run(database, sql) {
  const client = new pg.Client({ connectionString: postgres.urlOf(database) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
