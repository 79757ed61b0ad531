import { defineConfig } from "prisma/config";

// Generating the client needs no database; the CLI's own migration commands do.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
