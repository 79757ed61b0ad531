import { sampleBarcode } from "@/lib/core/accession";
import { newId } from "@/lib/core/ids";
import type { LabDb } from "@/lib/infra/db";
import type { SampleState } from "@/lib/orders/schema";

/** A sample as a verb judges it, with what its rules look at of order and patient. */
export type LockedSample = {
  id: string;
  version: number;
  orderId: string;
  patientId: string;
  number: number;
  barcode: string;
  state: SampleState;
  collectedAt: Date | null;
  accessionedAt: Date | null;
  accessionNumber: string;
  birthDate: string | null;
};

/**
 * Samples, held until the transaction ends, and their orders before them. Those that are not this laboratory's
 * are simply missing.
 */
export async function lockSamples(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
): Promise<Map<string, LockedSample>> {
  await db.sql(
    `select id from orders where laboratory_id = $1
       and id in (select order_id from sample where laboratory_id = $1 and id = any($2::uuid[]))
     order by id for no key update`,
    [laboratoryId, sampleIds],
  );
  const rows = await db.sql<LockedSample>(
    `select s.id, s.version, s.order_id as "orderId", o.patient_id as "patientId", s.number, s.barcode, s.state,
       s.collected_at as "collectedAt", s.accessioned_at as "accessionedAt",
       o.accession_number as "accessionNumber", p.birth_date::text as "birthDate"
     from sample s
     join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
     join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
     where s.laboratory_id = $1 and s.id = any($2::uuid[])
     order by s.id for no key update of s`,
    [laboratoryId, sampleIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Columns that verbs write, with their types: names from here only ever reach a statement. */
const columns = {
  state: ["state", '"SampleState"'],
  collectedAt: ["collected_at", "timestamptz"],
  collectedById: ["collected_by_id", "uuid"],
  collectionNotRecorded: ["collection_not_recorded", "boolean"],
  site: ["site", "text"],
  accessionedAt: ["accessioned_at", "timestamptz"],
  accessionedById: ["accessioned_by_id", "uuid"],
  condition: ["condition", "text"],
  temperatureC: ["temperature_c", "double precision"],
  rejectedAt: ["rejected_at", "timestamptz"],
  rejectedById: ["rejected_by_id", "uuid"],
  rejectReasonCode: ["reject_reason_code", "text"],
  rejectNote: ["reject_note", "text"],
  storedAt: ["stored_at", "timestamptz"],
  storageLocation: ["storage_location", "text"],
  disposedAt: ["disposed_at", "timestamptz"],
  disposeReason: ["dispose_reason", "text"],
} as const satisfies Record<string, readonly [column: string, type: string]>;

type Column = keyof typeof columns;

/** New values of one sample. */
export type SampleChange = { id: string; set: Partial<Record<Column, unknown>> & { state?: SampleState } };

/** Writes many samples in one statement. All changes of one call name the same columns. */
export async function changeSamples(
  db: LabDb,
  laboratoryId: string,
  changes: readonly SampleChange[],
  now: Date,
): Promise<void> {
  const [first] = changes;
  if (!first) return;
  // The keys of a change are columns of the table above, by its type.
  const names = Object.keys(first.set) as Column[];
  await db.sql(
    `update sample s set ${names.map((name) => `${columns[name][0]} = c."${name}"`).join(", ")},
       version = s.version + 1, updated_at = $3
     from json_to_recordset($2) as c(id uuid, ${names.map((name) => `"${name}" ${columns[name][1]}`).join(", ")})
     where s.laboratory_id = $1 and s.id = c.id`,
    [laboratoryId, JSON.stringify(changes.map(({ id, set }) => ({ id, ...set }))), now],
  );
}

/** What is measured in each sample, and the last number its order has given to a tube. */
export type WorkOfSample = {
  sampleId: string;
  lastNumber: number;
  unreleased: string[];
  released: { id: string; analyteCode: string; analyteName: string }[];
};

export async function workOfSamples(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
): Promise<WorkOfSample[]> {
  return await db.sql<WorkOfSample>(
    `select s.id as "sampleId",
       (select max(o.number) from sample o
          where o.laboratory_id = s.laboratory_id and o.order_id = s.order_id) as "lastNumber",
       coalesce(array_agg(r.id::text order by r.position) filter (
         where r.state in ('pending', 'entered', 'verified')), '{}') as unreleased,
       coalesce(json_agg(json_build_object('id', r.id, 'analyteCode', r.analyte_code, 'analyteName', r.analyte_name)
         order by r.position) filter (where r.state = 'released' and not exists (
           select from result a where a.laboratory_id = r.laboratory_id and a.supersedes_id = r.id
             and a.state in ('released', 'withdrawn'))), '[]') as released
     from sample s left join result r on r.laboratory_id = s.laboratory_id and r.sample_id = s.id
     where s.laboratory_id = $1 and s.id = any($2::uuid[])
     group by s.laboratory_id, s.id
     order by s.id`,
    [laboratoryId, sampleIds],
  );
}

/** A rejected sample with results to be measured anew, and why. */
export type Recollectable = { sample: LockedSample; work: WorkOfSample; why: string };

/**
 * Opens a sample in place of each rejected one, the next of its order, and moves what is unreleased to it: the
 * old results become `replaced` and stay readable, new ones wait in their place (R6).
 * @returns the new samples' ids by the rejected ones'.
 */
export async function openRecollections(
  db: LabDb,
  laboratoryId: string,
  rejected: readonly Recollectable[],
  now: Date,
): Promise<Map<string, string>> {
  const given = new Map<string, number>();
  const samples = rejected.map(({ sample, work }) => {
    const number = (given.get(sample.orderId) ?? work.lastNumber) + 1;
    given.set(sample.orderId, number);
    return { id: newId(), old: sample.id, number, barcode: sampleBarcode(sample.accessionNumber, number) };
  });
  const idOf = new Map(samples.map(({ id, old }) => [old, id]));
  if (samples.length === 0) return idOf;
  await db.sql(
    `insert into sample (laboratory_id, id, order_id, number, barcode, sample_type_code, sample_type_name, container,
       cap, collection, parent_id, recollection_of_id, created_at, updated_at)
     select s.laboratory_id, n.id, s.order_id, n.number, n.barcode, s.sample_type_code, s.sample_type_name, s.container,
       s.cap, s.collection, s.parent_id, s.id, $3, $3
     from json_to_recordset($2) as n(id uuid, old uuid, number int, barcode text)
     join sample s on s.laboratory_id = $1 and s.id = n.old`,
    [laboratoryId, JSON.stringify(samples), now],
  );
  await replaceResults(
    db,
    laboratoryId,
    rejected.flatMap(({ sample, work, why }) =>
      work.unreleased.map((old) => ({ id: newId(), old, sampleId: idOf.get(sample.id), why })),
    ),
    now,
  );
  return idOf;
}

type Replacement = { id: string; old: string; sampleId: string | undefined; why: string };

async function replaceResults(
  db: LabDb,
  laboratoryId: string,
  replacements: readonly Replacement[],
  now: Date,
): Promise<void> {
  await db.sql(
    `update result set state = 'replaced', version = version + 1, updated_at = $3
     where laboratory_id = $1 and id = any($2::uuid[])`,
    [laboratoryId, replacements.map(({ old }) => old), now],
  );
  // An amendment under way goes on as the amendment of the same released result.
  await db.sql(
    `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position,
       section, group_name, analyte_code, analyte_name, loinc, kind, origin, unit, decimals, supersedes_id,
       amend_reason, replaces_id, replace_reason, due_at, created_at, updated_at)
     select r.laboratory_id, n.id, r.order_id, r.order_test_id, n."sampleId", r.patient_id, r.analyte_id, r.position,
       r.section, r.group_name, r.analyte_code, r.analyte_name, r.loinc, r.kind,
       case r.origin when 'calculated' then r.origin else 'manual' end, r.unit, r.decimals, r.supersedes_id,
       r.amend_reason, r.id, n.why, r.due_at, $3, $3
     from json_to_recordset($2) as n(id uuid, old uuid, "sampleId" uuid, why text)
     join result r on r.laboratory_id = $1 and r.id = n.old`,
    [laboratoryId, JSON.stringify(replacements), now],
  );
}

export type SettledSample = { id: string; orderId: string; state: SampleState };

/**
 * Lets the state of samples at the bench follow from their results: in process from the first entry, completed
 * when none is unreleased any more. Samples before their accession, and those past completion, stay.
 * @returns the samples whose state changed.
 */
export async function settleSamples(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
  now: Date,
): Promise<SettledSample[]> {
  if (sampleIds.length === 0) return [];
  // Held first, looked at after: of two people at the last results, the second sees both.
  await lockSamples(db, laboratoryId, sampleIds);
  return await db.sql<SettledSample>(
    `update sample s set state = w.next, version = s.version + 1, updated_at = $3
     from (
       select s.id, (case
         when count(*) filter (where r.state in ('pending', 'entered', 'verified')) = 0 then 'completed'
         when count(*) filter (where r.state in ('entered', 'verified', 'released', 'withdrawn')) > 0 then 'in_process'
         else s.state::text end)::"SampleState" as next
       from sample s join result r on r.laboratory_id = s.laboratory_id and r.sample_id = s.id
       where s.laboratory_id = $1 and s.id = any($2::uuid[]) and s.state in ('accessioned', 'in_process')
       group by s.laboratory_id, s.id
     ) w
     where s.laboratory_id = $1 and s.id = w.id and s.state <> w.next
     returning s.id, s.order_id as "orderId", s.state`,
    [laboratoryId, sampleIds, now],
  );
}
