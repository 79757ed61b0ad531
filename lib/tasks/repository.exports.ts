import { Problem } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import { exportLifetime, exportSizeMax } from "./policy";
import type { ExportPart } from "./schema";

export type Chunk = { taskId: string; part: ExportPart; position: number; after: string | null };

/** Records of a kind, in the order of their keys: what leaves of them, and the key they are walked by. */
const sources: Record<ExportPart, { from: string; key: string; columns: string }> = {
  tests: {
    ...{ from: "test r", key: "r.id::text" },
    columns: "r.id, r.code, r.name, r.loinc, r.section, r.retired_at, r.created_at, r.updated_at",
  },
  prices: { ...{ from: "price r", key: "r.code" }, columns: "r.code, r.amount, r.updated_at" },
  providers: {
    ...{ from: "provider r", key: "r.id::text" },
    columns: `r.id, r.first_name, r.last_name, r.specialization, r.license_number, r.phone, r.email, r.retired_at,
      r.created_at, r.updated_at`,
  },
  patients: {
    ...{ from: "patient r", key: "r.id::text" },
    columns: `r.id, r.mrn, r.family_name, r.given_name, r.birth_date, r.birth_date_estimated, r.sex, r.phone, r.email,
      r.address, r.national_id, r.created_at, r.updated_at`,
  },
  orders: {
    ...{ from: "orders r", key: "r.id::text" },
    columns: `r.id, r.accession_number, r.patient_id, r.provider_id, r.state, r.priority, r.clinical_notes, r.fasting,
      r.pregnant, r.cancel_reason, r.placed_by_name, r.placed_at, r.completed_at,
      (select coalesce(json_agg(json_build_object('kind', i.kind, 'code', i.code, 'name', i.name, 'price', i.price,
         'cancelled_at', i.cancelled_at) order by i.position), '[]')
       from order_item i where i.laboratory_id = r.laboratory_id and i.order_id = r.id) as items`,
  },
  results: {
    ...{ from: "result r", key: "r.id::text" },
    columns: `r.id, r.order_id, r.sample_id, r.patient_id, r.analyte_code, r.analyte_name, r.loinc, r.kind, r.state,
      r.value, r.not_reported, r.unit, r.flag, r.interval, r.comment, r.report_comment, r.entered_by_id, r.entered_at,
      r.verified_by_id, r.verified_at, r.released_by_id, r.released_at, r.supersedes_id, r.amend_reason, r.replaces_id,
      r.replace_reason, r.cancel_reason`,
  },
  invoices: {
    ...{ from: "invoice r", key: "r.id::text" },
    columns: `r.id, r.number, r.order_id, r.bill_to, r.state, r.currency, r.net, r.tax, r.gross, r.paid, r.refunded,
      r.issued_at, r.voided_at, r.void_reason`,
  },
};

const linesMax = 2000;

/**
 * Writes the next piece of an export: one JSON object to a line, its kind first.
 * @returns how many lines it has, and the key to go on after, or null at the end.
 * @throws Problem "payload_too_large" when the whole has become too large to be handed out.
 */
export async function writeChunk(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  { taskId, part, position, after }: Chunk,
): Promise<{ lines: number; next: string | null }> {
  const { from, key, columns } = sources[part];
  const rows = await db.sql<{ key: string; line: string }>(
    `select key, (jsonb_build_object('record', $3::text) || to_jsonb(x) - 'key')::text as line from (
       select ${key} as key, ${columns} from ${from}
       where r.laboratory_id = $1 and ($2::text is null or ${key} collate "C" > $2)
       order by ${key} collate "C" limit ${linesMax}) x`,
    [laboratoryId, after, part],
  );
  if (rows.length > 0) {
    const content = `${rows.map(({ line }) => line).join("\n")}\n`;
    await holdSize(db, laboratoryId, taskId, content.length);
    await db.exportChunk.create({
      data: {
        ...{ laboratoryId, taskId, part, position, lines: rows.length, content, createdAt: now },
        expiresAt: new Date(now.getTime() + exportLifetime),
      },
    });
  }
  return { lines: rows.length, next: rows.length === linesMax ? (rows.at(-1)?.key ?? null) : null };
}

async function holdSize(db: LabDb, laboratoryId: string, taskId: string, more: number): Promise<void> {
  const [written] = await db.sql<{ size: number }>(
    `select coalesce(sum(length(content)), 0)::float8 as size from export_chunk
     where laboratory_id = $1 and task_id = $2`,
    [laboratoryId, taskId],
  );
  if ((written?.size ?? 0) + more > exportSizeMax) {
    throw new Problem(
      "payload_too_large",
      "There is more than 64 MB of it. Ask who runs the installation for a copy from the database.",
    );
  }
}

/** All pieces that are still kept, in their order. */
export async function readChunks(
  db: LabDb,
  of: { laboratoryId: string; taskId: string; parts: readonly ExportPart[]; now: Date },
): Promise<string[]> {
  const rows = await db.sql<{ content: string }>(
    `select content from export_chunk
     where laboratory_id = $1 and task_id = $2 and part = any($3) and expires_at > $4
     order by array_position($3, part), position`,
    [of.laboratoryId, of.taskId, of.parts, of.now],
  );
  return rows.map(({ content }) => content);
}
