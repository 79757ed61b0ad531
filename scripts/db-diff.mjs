// Writes the next migration's SQL from what changed in prisma/schema.
//
//   npm run db:diff -- <name>                 from the schema at the last commit to the schema now
//   npm run db:diff -- <name> --from-empty    from nothing: the whole schema
//   npm run db:diff -- <name> --from <commit> from the schema at another commit
//   … --print                                 to the terminal only, no name needed
//
// The file is prisma/migrations/<timestamp>_<name>/migration.sql. Read it, and add by hand what Prisma
// does not know: row-level security, grants, checks, triggers. `npm run db:check` compares the two.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { migrationsFolder, root } from "./lib/paths.mjs";
import { diffSchemas } from "./lib/schema-engine.mjs";
import { schemaAt, schemaNow } from "./lib/schema-files.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "from-empty": { type: "boolean", default: false },
    from: { type: "string", default: "HEAD" },
    print: { type: "boolean", default: false },
  },
});
const [name] = positionals;

if (!values.print && !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name ?? "")) {
  console.error(
    "Name the migration in small letters, digits and underscores: npm run db:diff -- add_invoices",
  );
  process.exit(2);
}

const sql = await diffSchemas(values["from-empty"] ? [] : schemaAt(values.from), schemaNow());

if (sql === "") {
  console.log("The schema has not changed: there is nothing to migrate.");
} else if (values.print) {
  console.log(sql);
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  console.log(`Wrote ${relative(root, join(folder, "migration.sql"))}.`);
}
