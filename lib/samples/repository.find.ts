import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import { type Conditions, laterPages, stateIs, whereOf } from "@/lib/orders/repository";
import { type PatientColumns, patientColumns } from "@/lib/orders/repository.find";
import type { OrderState, Priority, ResultState, SampleState } from "@/lib/orders/schema";
import type { RejectReason } from "./schema";

type SampleColumns = PatientColumns & {
  id: string;
  version: number;
  orderId: string;
  accessionNumber: string;
  barcode: string;
  state: SampleState;
  sampleType: string;
  sampleTypeName: string;
  container: string;
  cap: string;
  priority: Priority;
  collectedAt: Date | null;
  accessionedAt: Date | null;
  recollectionOfId: string | null;
  createdAt: Date;
  updatedAt: Date;
  dueAt: Date | null;
  openResults: number;
};

export type SampleSummaryRow = SampleColumns;

export type SampleRow = SampleColumns & {
  number: number;
  orderState: OrderState;
  collection: string | null;
  parentId: string | null;
  collectedById: string | null;
  collectedByName: string | null;
  collectionNotRecorded: boolean;
  site: string | null;
  accessionedById: string | null;
  accessionedByName: string | null;
  condition: string | null;
  temperatureC: number | null;
  rejectedAt: Date | null;
  rejectedById: string | null;
  rejectedByName: string | null;
  rejectReasonCode: RejectReason | null;
  rejectNote: string | null;
  recollectionId: string | null;
  storedAt: Date | null;
  storageLocation: string | null;
  disposedAt: Date | null;
  disposeReason: string | null;
  results: { id: string; analyteCode: string; analyteName: string; state: ResultState }[];
};

const sampleColumns = `s.id, s.version, s.order_id as "orderId", o.accession_number as "accessionNumber", s.barcode,
  s.state, s.sample_type_code as "sampleType", s.sample_type_name as "sampleTypeName", s.container, s.cap, o.priority,
  s.collected_at as "collectedAt", s.accessioned_at as "accessionedAt", s.recollection_of_id as "recollectionOfId",
  s.created_at as "createdAt", s.updated_at as "updatedAt", open.*, ${patientColumns}`;

const withOrderAndWork = `join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
  join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
  cross join lateral (
    select min(r.due_at) as "dueAt", count(*)::int as "openResults" from result r
    where r.laboratory_id = s.laboratory_id and r.sample_id = s.id and r.state in ('pending', 'entered', 'verified')
  ) open`;

const everything = `select ${sampleColumns}, s.number, o.state as "orderState", s.collection, s.parent_id as "parentId",
    s.collected_by_id as "collectedById", collector.display_name as "collectedByName",
    s.collection_not_recorded as "collectionNotRecorded", s.site,
    s.accessioned_by_id as "accessionedById", receiver.display_name as "accessionedByName",
    s.condition, s.temperature_c as "temperatureC",
    s.rejected_at as "rejectedAt", s.rejected_by_id as "rejectedById", rejecter.display_name as "rejectedByName",
    s.reject_reason_code as "rejectReasonCode", s.reject_note as "rejectNote",
    (select again.id from sample again where again.laboratory_id = s.laboratory_id
       and again.order_id = s.order_id and again.recollection_of_id = s.id limit 1) as "recollectionId",
    s.stored_at as "storedAt", s.storage_location as "storageLocation",
    s.disposed_at as "disposedAt", s.dispose_reason as "disposeReason",
    (select coalesce(json_agg(json_build_object('id', r.id, 'analyteCode', r.analyte_code,
         'analyteName', r.analyte_name, 'state', r.state) order by r.position, r.created_at, r.id), '[]')
       from result r where r.laboratory_id = s.laboratory_id and r.sample_id = s.id) as results
  from sample s ${withOrderAndWork}
  left join member collector on collector.laboratory_id = s.laboratory_id and collector.id = s.collected_by_id
  left join member receiver on receiver.laboratory_id = s.laboratory_id and receiver.id = s.accessioned_by_id
  left join member rejecter on rejecter.laboratory_id = s.laboratory_id and rejecter.id = s.rejected_by_id`;

/** @throws Problem "not_found" */
export async function findSample(db: LabDb, laboratoryId: string, sampleId: string): Promise<SampleRow> {
  const [row] = await db.sql<SampleRow>(
    `${everything} where s.laboratory_id = $1 and s.id = $2`,
    [laboratoryId, sampleId],
    "prepared",
  );
  if (!row) throw notFound();
  return row;
}

/** @throws Problem "not_found" */
export async function findByBarcode(db: LabDb, laboratoryId: string, barcode: string): Promise<SampleRow> {
  const [row] = await db.sql<SampleRow>(
    `${everything} where s.laboratory_id = $1 and s.barcode = $2`,
    [laboratoryId, barcode],
    "prepared",
  );
  if (!row) throw notFound();
  return row;
}

/** Every sample of an order, by number. */
export async function findSamplesOfOrder(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
): Promise<SampleRow[]> {
  return await db.sql<SampleRow>(
    `${everything} where s.laboratory_id = $1 and s.order_id = $2 order by s.number`,
    [laboratoryId, orderId],
  );
}

export type SampleFilter = {
  state?: SampleState | undefined;
  sampleType?: string | undefined;
  orderId?: string | undefined;
  section?: string | undefined;
  barcode?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const conditions: Conditions<Omit<SampleFilter, "state">> = {
  sampleType: "sample_type_code = ?",
  orderId: "order_id = ?",
  barcode: `barcode collate "C" >= ? and barcode collate "C" < ? || '~'`,
  from: "created_at >= ?",
  to: "created_at < ?",
  section: `exists (select from result r where r.laboratory_id = sample.laboratory_id
    and r.sample_id = sample.id and r.section = ?)`,
};

/**
 * Newest first, from `after` (when it was made, id) on. The page is cut first, on an index of samples alone;
 * only its rows are joined.
 */
export async function listSamples(
  db: LabDb,
  laboratoryId: string,
  { state, ...filter }: SampleFilter,
  after: readonly unknown[] | null,
  limit: number,
): Promise<SampleSummaryRow[]> {
  const values: unknown[] = [laboratoryId];
  const where = [
    "laboratory_id = $1",
    ...stateIs(state),
    ...whereOf(conditions, filter, values),
    ...laterPages("created_at", after, values),
  ];
  values.push(limit + 1);
  return await db.sql<SampleSummaryRow>(
    `select ${sampleColumns}
     from (
       select * from sample where ${where.join(" and ")}
       order by created_at desc, id desc limit $${values.length}
     ) s ${withOrderAndWork}
     order by s.created_at desc, s.id desc`,
    values,
    "prepared",
  );
}

/** A tube by its barcode, or an order by its accession number when somebody scanned that; null for neither. */
export async function findScanned(
  db: LabDb,
  laboratoryId: string,
  text: string,
): Promise<{ sampleId: string | null; orderId: string } | null> {
  const [row] = await db.sql<{ sampleId: string | null; orderId: string }>(
    `select id as "sampleId", order_id as "orderId" from sample where laboratory_id = $1 and barcode = $2
     union all
     select null, id from orders where laboratory_id = $1 and accession_number = $2
     limit 1`,
    [laboratoryId, text],
  );
  return row ?? null;
}

/** Tubes of an order that have arrived, of those that are to come. A rejected or cancelled one is neither. */
export async function countArrivals(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
): Promise<{ arrived: number; awaited: number }> {
  const [row] = await db.sql<{ arrived: number; awaited: number }>(
    `select count(*) filter (where accessioned_at is not null)::int as arrived, count(*)::int as awaited
     from sample where laboratory_id = $1 and order_id = $2 and state not in ('rejected', 'cancelled')`,
    [laboratoryId, orderId],
  );
  return row ?? { arrived: 0, awaited: 0 };
}
