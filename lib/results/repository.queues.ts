import type { LabDb } from "@/lib/infra/db";
import { type PatientColumns, patientColumns } from "@/lib/orders/repository.find";
import type { Priority, SampleState } from "@/lib/orders/schema";
import { callIsOpen, type ResultRow, resultColumns, withNames } from "./repository.row";

/** What a sample belongs to. */
export const withOrder = `join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
  join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id`;

/** The name of whoever asked for an order. */
export const requester = `(select v.first_name || ' ' || v.last_name from provider v
  where v.laboratory_id = o.laboratory_id and v.id = o.provider_id)`;

export type QueuedSample = PatientColumns & {
  sampleId: string;
  version: number;
  barcode: string;
  cap: string;
  sampleTypeName: string;
  sampleState: SampleState;
  collectedAt: Date | null;
  accessionedAt: Date | null;
  orderId: string;
  accessionNumber: string;
  priority: Priority;
  tests: string[];
  flags: string[];
  enteredBy: string[];
  dueAt: Date;
  pending: number;
  entered: number;
};

export const sampleOfQueue = `s.id as "sampleId", s.version, s.barcode, s.cap, s.sample_type_name as "sampleTypeName",
  s.state as "sampleState", s.collected_at as "collectedAt", s.accessioned_at as "accessionedAt",
  o.id as "orderId", o.accession_number as "accessionNumber", o.priority, ${patientColumns},
  w.tests, w.flags, w."enteredBy", q."dueAt", w.pending, w.entered`;

/** What is left to do on a sample, of one section or of all ($2). */
export const workLeft = `cross join lateral (
  select coalesce(array_agg(distinct t.name), '{}') as tests,
    coalesce(array_agg(distinct r.flag) filter (where r.flag <> 'N'), '{}') as flags,
    coalesce(array_agg(distinct e.display_name) filter (where r.state = 'entered'), '{}') as "enteredBy",
    count(*) filter (where r.state = 'pending')::int as pending,
    count(*) filter (where r.state = 'entered')::int as entered
  from result r
  join order_test t on t.laboratory_id = r.laboratory_id and t.id = r.order_test_id
  left join member e on e.laboratory_id = r.laboratory_id and e.id = r.entered_by_id
  where r.laboratory_id = s.laboratory_id and r.sample_id = s.id and r.state in ('pending', 'entered')
    and ($2::text is null or r.section = $2)
) w`;

export type SampleToVerify = QueuedSample & {
  results: { resultId: string; version: number; enteredById: string | null }[];
};

/** Samples with entered results, the first due first. */
export async function samplesToVerify(
  db: LabDb,
  laboratoryId: string,
  section: string | null,
  limit: number,
): Promise<SampleToVerify[]> {
  return await db.sql<SampleToVerify>(
    `select ${sampleOfQueue}, q.results
     from (
       select r.laboratory_id, r.sample_id, min(r.due_at) as "dueAt",
         json_agg(json_build_object('resultId', r.id, 'version', r.version, 'enteredById', r.entered_by_id)
           order by r.position) as results
       from result r
       where r.laboratory_id = $1 and r.state = 'entered' and ($2::text is null or r.section = $2)
       group by r.laboratory_id, r.sample_id order by min(r.due_at), r.sample_id limit $3
     ) q
     join sample s on s.laboratory_id = q.laboratory_id and s.id = q.sample_id ${withOrder} ${workLeft}
     order by q."dueAt", s.id`,
    [laboratoryId, section, limit + 1],
  );
}

export type OrderToRelease = PatientColumns & {
  orderId: string;
  accessionNumber: string;
  priority: Priority;
  requester: string | null;
  tests: string[];
  verified: number;
  released: number;
  flags: string[];
  openCalls: number;
  placedAt: Date;
  dueAt: Date;
  missing: {
    resultId: string;
    analyteCode: string;
    analyteName: string;
    testName: string;
    state: "pending" | "entered";
  }[];
};

/** Orders with verified results, the first due first, and what they still wait for. */
export async function ordersToRelease(
  db: LabDb,
  laboratoryId: string,
  limit: number,
): Promise<OrderToRelease[]> {
  return await db.sql<OrderToRelease>(
    `select o.id as "orderId", o.accession_number as "accessionNumber", o.priority, ${requester} as requester,
       ${patientColumns}, o.placed_at as "placedAt", q."dueAt", w.*
     from (
       select laboratory_id, order_id, min(due_at) as "dueAt" from result
       where laboratory_id = $1 and state = 'verified'
       group by laboratory_id, order_id order by min(due_at), order_id limit $2
     ) q
     join orders o on o.laboratory_id = q.laboratory_id and o.id = q.order_id
     join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
     cross join lateral (
       select array_agg(distinct t.name) filter (where r.state = 'verified') as tests,
         count(*) filter (where r.state = 'verified')::int as verified,
         count(*) filter (where r.state = 'released')::int as released,
         coalesce(array_agg(distinct r.flag) filter (where r.state = 'verified' and r.flag <> 'N'), '{}') as flags,
         count(*) filter (where ${callIsOpen})::int as "openCalls",
         coalesce(json_agg(json_build_object('resultId', r.id, 'analyteCode', r.analyte_code,
           'analyteName', r.analyte_name, 'testName', t.name, 'state', r.state)
           order by t.position, r.position) filter (where r.state in ('pending', 'entered')), '[]') as missing
       from result r join order_test t on t.laboratory_id = r.laboratory_id and t.id = r.order_test_id
       where r.laboratory_id = o.laboratory_id and r.order_id = o.id
     ) w
     order by q."dueAt", o.id`,
    [laboratoryId, limit + 1],
  );
}

export type OpenCriticalRow = ResultRow &
  PatientColumns & { requesterName: string | null; requesterPhone: string | null };

/** Critical values whose call is open, the longest waiting first. */
export async function listOpenCriticals(
  db: LabDb,
  laboratoryId: string,
  limit: number,
): Promise<OpenCriticalRow[]> {
  return await db.sql<OpenCriticalRow>(
    `select ${resultColumns}, ${patientColumns}, d.first_name || ' ' || d.last_name as "requesterName",
       d.phone as "requesterPhone"
     from result r ${withNames}
     join patient p on p.laboratory_id = r.laboratory_id and p.id = r.patient_id
     left join provider d on d.laboratory_id = o.laboratory_id and d.id = o.provider_id
     where r.laboratory_id = $1 and ${callIsOpen}
     order by r.entered_at, r.id limit $2`,
    [laboratoryId, limit + 1],
  );
}
