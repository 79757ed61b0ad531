import { newId } from "@/lib/core/ids";
import type { LabDb } from "@/lib/infra/db";
import type { Judgement } from "./judgement";
import { findResult } from "./repository.find";
import type { CallRow, ChangeKept } from "./repository.history";
import type { ResultRow } from "./repository.row";

/**
 * The result, with its order held until the transaction ends: whoever writes to an order's results holds the
 * order first. @throws Problem "not_found"
 */
export async function lockResult(db: LabDb, laboratoryId: string, resultId: string): Promise<ResultRow> {
  await db.sql(
    `select o.id from orders o where o.laboratory_id = $1
       and o.id = (select order_id from result where laboratory_id = $1 and id = $2) for no key update`,
    [laboratoryId, resultId],
  );
  return await findResult(db, laboratoryId, resultId);
}

/** Keeps what results were before they change, whatever their number in one statement. */
export async function keepChanges(
  db: LabDb,
  laboratoryId: string,
  by: { memberId: string | null; name: string; at: Date },
  changes: readonly ChangeKept[],
): Promise<void> {
  if (changes.length === 0) return;
  await db.sql(
    `insert into result_change (laboratory_id, id, result_id, at, by_id, by_name, what, before, after)
     select $1, c.id, c."resultId", $2, $3, $4, c.what, c.before, c.after
     from json_to_recordset($5) as c(id uuid, "resultId" uuid, what text, before jsonb, after jsonb)`,
    [
      laboratoryId,
      by.at,
      by.memberId,
      by.name,
      JSON.stringify(changes.map((change) => ({ id: newId(), ...change }))),
    ],
  );
}

/** Takes a result out of its life: replaced, or cancelled with a reason. Its order is held. */
export async function closeResult(
  db: LabDb,
  laboratoryId: string,
  resultId: string,
  to: { state: "replaced" | "cancelled"; cancelReason: string | null; now: Date },
): Promise<void> {
  await db.sql(
    `update result set state = $3::"ResultState", cancel_reason = $4, version = version + 1, updated_at = $5
     where laboratory_id = $1 and id = $2`,
    [laboratoryId, resultId, to.state, to.cancelReason, to.now],
  );
}

/** Opens a pending result in the place of one that was replaced; an amendment goes on as one. */
export async function openSuccessor(
  db: LabDb,
  laboratoryId: string,
  replacedId: string,
  about: { reason: string; now: Date },
): Promise<string> {
  const id = newId();
  await db.sql(
    `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position,
       section, group_name, analyte_code, analyte_name, loinc, kind, origin, unit, decimals, supersedes_id,
       amend_reason, replaces_id, replace_reason, due_at, created_at, updated_at)
     select laboratory_id, $3, order_id, order_test_id, sample_id, patient_id, analyte_id, position, section,
       group_name, analyte_code, analyte_name, loinc, kind, case origin when 'calculated' then origin else 'manual' end,
       unit, decimals, supersedes_id, amend_reason, id, $4, due_at, $5, $5
     from result where laboratory_id = $1 and id = $2`,
    [laboratoryId, replacedId, id, about.reason, about.now],
  );
  return id;
}

/** What an amendment says in place of the released version. */
export type Amendment = Judgement & {
  value: string | null;
  notReported: boolean;
  abnormal: boolean | null;
  commentForReport: string | null;
  reason: string;
  enteredById: string;
  now: Date;
};

/** Opens a new version of a released result, entered by whoever amends (R18). */
export async function insertAmendment(
  db: LabDb,
  laboratoryId: string,
  releasedId: string,
  amendment: Amendment,
): Promise<string> {
  const id = newId();
  const { interval, criticalLimit, now } = amendment;
  await db.sql(
    `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position,
       section, group_name, analyte_code, analyte_name, loinc, kind, state, origin, value, not_reported, abnormal,
       flag, unit, decimals, method, interval, critical_limit, catalogue_version, report_comment, entered_by_id,
       entered_at, supersedes_id, amend_reason, due_at, created_at, updated_at)
     select laboratory_id, $3, order_id, order_test_id, sample_id, patient_id, analyte_id, position, section,
       group_name, analyte_code, analyte_name, loinc, kind, 'entered', 'manual', $4, $5, $6, $7, $8, $9, $10, $11,
       $12, $13, $14, $15, $16, id, $17, due_at, $16, $16
     from result where laboratory_id = $1 and id = $2`,
    [
      laboratoryId,
      releasedId,
      id,
      amendment.value,
      amendment.notReported,
      amendment.abnormal,
      amendment.flag,
      amendment.unit,
      amendment.decimals,
      amendment.method,
      interval && JSON.stringify(interval),
      criticalLimit && JSON.stringify(criticalLimit),
      amendment.catalogueVersion,
      amendment.commentForReport,
      amendment.enteredById,
      now,
      amendment.reason,
    ],
  );
  return id;
}

export async function insertCall(
  db: LabDb,
  laboratoryId: string,
  call: Omit<CallRow, "id">,
): Promise<string> {
  const id = newId();
  const { notifiedById: byId, notifiedByName: byName, ...given } = call;
  await db.criticalNotification.createMany({ data: [{ ...given, laboratoryId, id, byId, byName }] });
  return id;
}
