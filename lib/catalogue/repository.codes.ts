import { invalidField, invalidFields, Problem } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";

/**
 * Holds a code for the transaction: no test and no panel has it, in upper or lower case, and nobody else can
 * take it meanwhile. Retired ones keep theirs, because old orders and invoices say it.
 * @throws Problem "already_exists"
 */
export async function takeCode(
  db: LabDb,
  laboratoryId: string,
  code: string,
  tables: readonly ("test" | "panel" | "analyte")[],
): Promise<void> {
  await db.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `${laboratoryId}:code:${code.toUpperCase()}`,
  ]);
  for (const table of tables) {
    const [taken] = await db.sql<{ name: string }>(
      `select name from ${table} where laboratory_id = $1 and upper(code) = upper($2)`,
      [laboratoryId, code],
    );
    if (!taken) continue;
    throw new Problem(
      "already_exists",
      `The code ${code} is that of the ${table} "${taken.name}". Choose another.`,
    );
  }
}

/** Ids by code, of those that are not retired. @throws Problem "validation_failed" at each unknown one. */
export async function idsOf(
  db: LabDb,
  laboratoryId: string,
  table: "test" | "analyte",
  codes: readonly string[],
): Promise<string[]> {
  const rows = await db.sql<{ code: string; id: string }>(
    `select code, id from ${table} where laboratory_id = $1 and code = any($2) and retired_at is null`,
    [laboratoryId, codes],
  );
  const byCode = new Map(rows.map(({ code, id }) => [code, id]));
  const unknown = codes.flatMap((code, place) => (byCode.has(code) ? [] : [`${table}s.${place}`]));
  if (unknown.length > 0) {
    throw invalidFields(
      Object.fromEntries(unknown.map((path) => [path, [`There is no ${table} with this code.`]])),
    );
  }
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** @throws Problem "validation_failed" at `sampleType` */
export async function sampleTypeId(db: LabDb, laboratoryId: string, code: string): Promise<string> {
  const row = await db.sampleType.findFirst({ where: { laboratoryId, code } });
  if (!row) throw invalidField("sampleType", "There is no sample type with this code.");
  return row.id;
}
