// Brings the database of DATABASE_URL up to date. AUTH_SECRET decides the passwords of the application's roles.
import { databaseUrls } from "./lib/database-urls.mjs";
import { migrate } from "./lib/migrate.mjs";

const { DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL, AUTH_SECRET } = process.env;

if (!DATABASE_URL || !AUTH_SECRET) {
  console.error("Set DATABASE_URL (an administrator of the database) and AUTH_SECRET to migrate.");
  process.exit(2);
}

try {
  const given = { DATABASE_URL, DATABASE_LAB_URL, DATABASE_PLATFORM_URL };
  const applied = await migrate(databaseUrls(given, AUTH_SECRET));
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
