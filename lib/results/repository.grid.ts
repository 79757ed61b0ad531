import type { LabDb } from "@/lib/infra/db";
import { type PatientColumns, patientColumns } from "@/lib/orders/repository.find";
import type { OrderState, Priority, SampleState } from "@/lib/orders/schema";
import { requester, withOrder } from "./repository.queues";
import { callIsOpen } from "./repository.row";

export type GridHead = PatientColumns & {
  sampleId: string;
  version: number;
  barcode: string;
  sampleState: SampleState;
  sampleType: string;
  sampleTypeName: string;
  container: string;
  cap: string;
  collectedAt: Date | null;
  collectionNotRecorded: boolean;
  accessionedAt: Date | null;
  condition: string | null;
  orderId: string;
  accessionNumber: string;
  orderState: OrderState;
  priority: Priority;
  fasting: boolean | null;
  pregnant: boolean | null;
  clinicalNotes: string | null;
  requester: string | null;
  placedAt: Date;
  others: {
    id: string;
    barcode: string;
    state: SampleState;
    sampleTypeName: string;
    cap: string;
    rejectReasonCode: string | null;
  }[];
};

/** All that stands around the grid of one sample, or null. */
export async function findGridHead(
  db: LabDb,
  laboratoryId: string,
  sampleId: string,
): Promise<GridHead | null> {
  const [row] = await db.sql<GridHead>(
    `select s.id as "sampleId", s.version, s.barcode, s.state as "sampleState", s.sample_type_code as "sampleType",
       s.sample_type_name as "sampleTypeName", s.container, s.cap, s.collected_at as "collectedAt",
       s.collection_not_recorded as "collectionNotRecorded", s.accessioned_at as "accessionedAt", s.condition,
       o.id as "orderId", o.accession_number as "accessionNumber", o.state as "orderState", o.priority, o.fasting,
       o.pregnant, o.clinical_notes as "clinicalNotes", ${requester} as requester, o.placed_at as "placedAt",
       (select coalesce(json_agg(json_build_object('id', b.id, 'barcode', b.barcode, 'state', b.state,
          'sampleTypeName', b.sample_type_name, 'cap', b.cap, 'rejectReasonCode', b.reject_reason_code)
          order by b.number), '[]')
        from sample b where b.laboratory_id = s.laboratory_id and b.order_id = s.order_id and b.id <> s.id) as others,
       ${patientColumns}
     from sample s ${withOrder} where s.laboratory_id = $1 and s.id = $2`,
    [laboratoryId, sampleId],
  );
  return row ?? null;
}

/** Which of some results are critical values that nobody took the call for yet. */
export async function openCallsAmong(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.sql<{ id: string }>(
    `select r.id from result r where r.laboratory_id = $1 and r.id = any($2::uuid[]) and ${callIsOpen}`,
    [laboratoryId, resultIds],
  );
  return new Set(rows.map((row) => row.id));
}

export type PreviousValue = { resultId: string; value: string; flag: string | null; at: Date };

/**
 * The value each result's patient had before: the latest released one of the analyte, in the same unit, of a
 * sample taken earlier, as it stands (not superseded, not withdrawn, reported).
 */
export async function previousValues(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
): Promise<Map<string, PreviousValue>> {
  const rows = await db.sql<PreviousValue>(
    `select r.id as "resultId", b.value, b.flag, b.at
     from result r
     join sample s on s.laboratory_id = r.laboratory_id and s.id = r.sample_id
     cross join lateral (
       select b.value, b.flag, coalesce(t.collected_at, t.accessioned_at) as at
       from result b join sample t on t.laboratory_id = b.laboratory_id and t.id = b.sample_id
       where b.laboratory_id = r.laboratory_id and b.patient_id = r.patient_id and b.analyte_id = r.analyte_id
         and b.state = 'released' and b.value is not null and b.unit is not distinct from r.unit
         and b.sample_id <> r.sample_id
         and coalesce(t.collected_at, t.accessioned_at) < coalesce(s.collected_at, s.accessioned_at, 'infinity')
         and not exists (select from result a where a.laboratory_id = b.laboratory_id and a.supersedes_id = b.id
           and a.state = 'released')
       order by at desc, b.id desc limit 1
     ) b
     where r.laboratory_id = $1 and r.id = any($2::uuid[])`,
    [laboratoryId, resultIds],
  );
  return new Map(rows.map((row) => [row.resultId, row]));
}

export type WouldChangeRow = {
  resultId: string;
  at: Date;
  before: { flag: string | null; interval: string };
  after: { flag: string | null; interval: string };
};

/** What was last noted of an order's released results that a correction would flag otherwise (R6a). */
export async function notedWouldChange(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
): Promise<WouldChangeRow[]> {
  return await db.sql<WouldChangeRow>(
    `select r.id as "resultId", c.at, c.before, c.after
     from result r
     cross join lateral (
       select c.what, c.at, c.before, c.after from result_change c
       where c.laboratory_id = r.laboratory_id and c.result_id = r.id
         and c.what in ('would_change', 'would_not_change')
       order by c.at desc, c.id desc limit 1
     ) c
     where r.laboratory_id = $1 and r.order_id = $2 and r.state = 'released' and c.what = 'would_change'
     order by r.position, r.id`,
    [laboratoryId, orderId],
  );
}
