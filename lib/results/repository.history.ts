import type { LabDb } from "@/lib/infra/db";

/** What a result was, and what it is now. */
export type ChangeKept = {
  resultId: string;
  what: "corrected" | "judged_anew" | "would_change" | "would_not_change";
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

export type ChangeRow = ChangeKept & { id: string; at: Date; by: string };

export async function changesOf(db: LabDb, laboratoryId: string, resultId: string): Promise<ChangeRow[]> {
  return await db.sql<ChangeRow>(
    `select id, result_id as "resultId", at, by_name as by, what, before, after from result_change
     where laboratory_id = $1 and result_id = $2 order by at, id`,
    [laboratoryId, resultId],
  );
}

export type CallRow = {
  id: string;
  resultId: string;
  notifiedAt: Date;
  notifiedById: string;
  notifiedByName: string;
  recipientName: string;
  recipientRole: string;
  method: "phone" | "in_person" | "message";
  outcome: "read_back" | "reached_no_read_back" | "unable_to_reach";
  note: string | null;
  createdAt: Date;
};

/** The calls made about critical values, and the attempts, oldest first (R19). */
export async function callsAbout(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
): Promise<CallRow[]> {
  return await db.sql<CallRow>(
    `select id, result_id as "resultId", notified_at as "notifiedAt", by_id as "notifiedById",
       by_name as "notifiedByName", recipient_name as "recipientName", recipient_role as "recipientRole",
       method, outcome, note, created_at as "createdAt"
     from critical_notification where laboratory_id = $1 and result_id = any($2::uuid[])
     order by notified_at, id`,
    [laboratoryId, resultIds],
  );
}
