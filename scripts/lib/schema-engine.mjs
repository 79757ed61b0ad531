import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// Prisma's schema engine as WebAssembly: the native one is a download at install time, which many a
// network refuses. Comparing two schema texts needs no database, so it gets a stand-in for one.

/** @typedef {{ path: string, content: string }} SchemaFile */

/**
 * The SQL that leads from one Prisma schema to another.
 * @param {SchemaFile[]} from no files means an empty database
 * @param {SchemaFile[]} to
 * @returns {Promise<string>} empty when nothing differs
 */
export async function diffSchemas(from, to) {
  const engine = await openEngine(to);
  try {
    const { stdout } = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    // Every database has its public schema; making it would need a right the owner's role has not.
    const sql = (stdout ?? "").replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n/, "").trim();
    return sql.includes("This is an empty migration") ? "" : sql;
  } finally {
    engine.free();
  }
}

/**
 * @param {SchemaFile[]} files
 * @returns {import("@prisma/schema-engine-wasm/schema_engine_bg").DiffTarget}
 */
const target = (files) => (files.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files });

async function openEngine(/** @type {SchemaFile[]} */ files) {
  wasm ??= instantiate();
  const { SchemaEngine } = await wasm;
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  return SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(standInFactory),
  );
}

/** @type {Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined} */
let wasm;

// Once a process: the module keeps views of the first instance's memory.
async function instantiate() {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const binary = readFileSync(path.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  // The generated module's own start, which its package leaves to a bundler.
  /** @type {{ __wbindgen_start(): void }} */ (/** @type {unknown} */ (instance.exports)).__wbindgen_start();
  return glue;
}

const unused = async () => {
  throw new Error("The schema engine asked the stand-in database for more than its version.");
};

/** @type {import("@prisma/driver-adapter-utils").SqlDriverAdapter} */
const standIn = {
  provider: "postgres",
  adapterName: "stand-in",
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  // Its one question: does the schema exist, which version is this?
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 18.4", 180_004]],
  }),
  executeRaw: unused,
  executeScript: unused,
  startTransaction: unused,
  dispose: async () => undefined,
};

const standInFactory = {
  provider: standIn.provider,
  adapterName: standIn.adapterName,
  connect: async () => standIn,
  connectToShadowDb: async () => standIn,
};
