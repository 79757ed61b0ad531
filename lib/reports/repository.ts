import { createHash } from "node:crypto";
import type { LabDb } from "@/lib/infra/db";
import { stateIn } from "@/lib/results/repository.entry";
import type { ReportContent } from "./content";
import { fileOf } from "./repository.find";

/** Releases verified results, each at the instant of its order's report. The orders are held. */
export async function markReleased(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
  releases: readonly { orderId: string; issuedAt: Date }[],
  memberId: string,
): Promise<number> {
  const rows = await db.sql(
    `update result r set state = 'released', released_by_id = $2, released_at = n."issuedAt",
       version = r.version + 1, updated_at = n."issuedAt"
     from json_to_recordset($3) as n("orderId" uuid, "issuedAt" timestamptz)
     where r.laboratory_id = $1 and r.id = any($4::uuid[]) and r.order_id = n."orderId"
       and ${stateIn("r", "verified")}
     returning r.id`,
    [laboratoryId, memberId, JSON.stringify(releases), resultIds],
  );
  return rows.length;
}

export type NewReport = {
  id: string;
  orderId: string;
  number: number;
  status: "preliminary" | "final";
  isCorrected: boolean;
  reason: string | null;
  content: ReportContent;
  contentSha256: string;
  checkCode: string;
  issuedAt: Date;
};

/** Writes versions that never change (R22). */
export async function insertReports(
  db: LabDb,
  laboratoryId: string,
  reports: readonly NewReport[],
  by: { memberId: string; name: string },
): Promise<void> {
  await db.sql(
    `insert into report (laboratory_id, id, order_id, number, status, is_corrected, reason, content, content_sha256,
       check_code, issued_at, issued_by_id, issued_by_name, created_at, updated_at)
     select $1, n.id, n."orderId", n.number, n.status::"ReportStatus", n."isCorrected", n.reason, n.content,
       n."contentSha256", n."checkCode", n."issuedAt", $2, $3, n."issuedAt", n."issuedAt"
     from json_to_recordset($4) as n(id uuid, "orderId" uuid, number int, status text, "isCorrected" boolean,
       reason text, content jsonb, "contentSha256" text, "checkCode" text, "issuedAt" timestamptz)`,
    [laboratoryId, by.memberId, by.name, JSON.stringify(reports)],
  );
}

/**
 * Keeps the bytes of a version. The first writer wins, and everybody gets that one's bytes.
 * @returns what is kept.
 */
export async function keepFile(
  db: LabDb,
  laboratoryId: string,
  reportId: string,
  drawn: Uint8Array,
): Promise<Uint8Array> {
  await db.sql(
    `insert into report_file (laboratory_id, report_id, bytes, sha256) values ($1, $2, $3, $4)
     on conflict (laboratory_id, report_id) do nothing`,
    [laboratoryId, reportId, Buffer.from(drawn), createHash("sha256").update(drawn).digest("hex")],
  );
  return (await fileOf(db, laboratoryId, reportId)) ?? drawn;
}

/**
 * Takes an order's report back: every version, every released result, and amendments under way. The order is held.
 * @returns the results that were withdrawn or given up.
 */
export async function withdrawReports(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  by: { memberId: string; reason: string; at: Date },
): Promise<{ id: string; sampleId: string; orderId: string }[]> {
  await db.sql(
    `update report set withdrawn_at = $3, withdrawn_by_id = $4, withdraw_reason = $5, version = version + 1,
       updated_at = $3
     where laboratory_id = $1 and order_id = $2 and withdrawn_at is null`,
    [laboratoryId, orderId, by.at, by.memberId, by.reason],
  );
  await db.sql(
    `update result set state = 'cancelled', cancel_reason = $3, version = version + 1, updated_at = $4
     where laboratory_id = $1 and order_id = $2 and supersedes_id is not null
       and state in ('pending', 'entered', 'verified')`,
    [laboratoryId, orderId, "The report was withdrawn.", by.at],
  );
  return await db.sql(
    `update result set state = 'withdrawn', version = version + 1, updated_at = $3
     where laboratory_id = $1 and order_id = $2 and state = 'released'
     returning id, sample_id as "sampleId", order_id as "orderId"`,
    [laboratoryId, orderId, by.at],
  );
}
