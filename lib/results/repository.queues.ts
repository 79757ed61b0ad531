import type { LabDb } from "@/lib/infra/db";
import { type PatientColumns, patientColumns } from "@/lib/orders/repository.find";
import type { OrderState, Priority, ResultState, SampleState } from "@/lib/orders/schema";
import { callIsOpen, type ResultRow, resultColumns, withNames } from "./repository.find";
import type { GridRound } from "./schema.queues";

const withOrder = `join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
  join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id`;

const requester = `(select v.first_name || ' ' || v.last_name from provider v
  where v.laboratory_id = o.laboratory_id and v.id = o.provider_id)`;

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

const sampleOfQueue = `s.id as "sampleId", s.version, s.barcode, s.cap, s.sample_type_name as "sampleTypeName",
  s.state as "sampleState", s.collected_at as "collectedAt", s.accessioned_at as "accessionedAt",
  o.id as "orderId", o.accession_number as "accessionNumber", o.priority, ${patientColumns},
  w.tests, w.flags, w."enteredBy", q."dueAt", w.pending, w.entered`;

/** What is left to do on a sample, of one section or of all ($2). */
const workLeft = `cross join lateral (
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

/**
 * Samples at the bench: those that arrived and are not done, and those done where an amendment is measured again.
 */
const AT_THE_BENCH = `select id, accessioned_at from sample
    where laboratory_id = $1 and state in ('accessioned', 'in_process')
  union
  select a.id, a.accessioned_at from result r
    join sample a on a.laboratory_id = r.laboratory_id and a.id = r.sample_id
    where r.laboratory_id = $1 and r.supersedes_id is not null and r.state in ('pending', 'entered')`;

export type WorklistFilter = {
  section?: string | undefined;
  state?: "pending" | "entered" | undefined;
  priority?: Priority | undefined;
};

/** Samples at the bench with work left, the first due first, from `after` (due, id) on. */
export async function listWork(
  db: LabDb,
  laboratoryId: string,
  { section, state, priority }: WorklistFilter,
  after: readonly unknown[] | null,
  limit: number,
): Promise<QueuedSample[]> {
  const states: ResultState[] = state ? [state] : ["pending", "entered"];
  return await db.sql<QueuedSample>(
    `select ${sampleOfQueue}
     from (
       select r.sample_id, min(r.due_at) as "dueAt"
       from (${AT_THE_BENCH}) bench
       join result r on r.laboratory_id = $1 and r.sample_id = bench.id
       where r.state = any($3::"ResultState"[]) and ($2::text is null or r.section = $2)
         and ($4::"Priority" is null
           or exists (select from orders o where o.laboratory_id = $1 and o.id = r.order_id and o.priority = $4))
       group by r.sample_id
       having $5::timestamptz is null or (min(r.due_at), r.sample_id) > ($5, $6::uuid)
       order by min(r.due_at), r.sample_id limit $7
     ) q
     join sample s on s.laboratory_id = $1 and s.id = q.sample_id ${withOrder} ${workLeft}
     order by q."dueAt", s.id`,
    [
      laboratoryId,
      section ?? null,
      states,
      priority ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  );
}

/**
 * The sample that comes after one on a round of the bench, the first due first; after the last the round begins
 * anew. Null when no other waits.
 * @param round.notEnteredBy leaves out what this member entered: somebody else verifies that.
 */
export async function nextOnRound(
  db: LabDb,
  laboratoryId: string,
  sampleId: string,
  { section, state, notEnteredBy }: GridRound & { notEnteredBy: string | null },
): Promise<{ sampleId: string; barcode: string } | null> {
  const [row] = await db.sql<{ sampleId: string; barcode: string }>(
    `with place as (
       select coalesce(min(due_at), '-infinity') as "dueAt" from result
       where laboratory_id = $1 and sample_id = $2 and section = $3
     )
     select q."sampleId", s.barcode
     from (
       select r.sample_id as "sampleId", min(r.due_at) as "dueAt"
       from (${AT_THE_BENCH}) bench
       join result r on r.laboratory_id = $1 and r.sample_id = bench.id
       where r.sample_id <> $2 and r.section = $3 and r.state = $4::"ResultState"
         and ($5::uuid is null or r.entered_by_id <> $5)
       group by r.sample_id
     ) q
     join sample s on s.laboratory_id = $1 and s.id = q."sampleId"
     order by (q."dueAt", q."sampleId") > ((select "dueAt" from place), $2::uuid) desc, q."dueAt", q."sampleId"
     limit 1`,
    [laboratoryId, sampleId, section, state, notEnteredBy],
  );
  return row ?? null;
}

export type SectionRow = {
  section: string;
  pending: number;
  entered: number;
  overdue: number;
  oldestAt: Date | null;
  bench: number;
};

/** What waits in each section, counted over at most so many samples at the bench. */
export async function countWork(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  benchMax: number,
): Promise<SectionRow[]> {
  return await db.sql<SectionRow>(
    `with bench as (select * from (${AT_THE_BENCH}) b limit $3)
     select r.section, count(distinct bench.id) filter (where r.state = 'pending')::int as pending,
       count(distinct bench.id) filter (where r.state = 'entered')::int as entered,
       count(distinct bench.id) filter (where r.due_at < $2)::int as overdue,
       min(bench.accessioned_at) filter (where r.state = 'pending') as "oldestAt",
       (select count(*) from bench)::int as bench
     from bench join result r on r.laboratory_id = $1 and r.sample_id = bench.id
     where r.state in ('pending', 'entered') group by r.section order by r.section`,
    [laboratoryId, now, benchMax + 1],
  );
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
