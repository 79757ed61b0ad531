import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { Reach } from "./policy";
import { type Conditions, laterPages, reachValues, stateIs, whereOf } from "./repository";
import type { OrderState, Priority, ResultState, SampleState } from "./schema";

export type PatientColumns = {
  patientId: string;
  mrn: string;
  familyName: string;
  givenName: string | null;
  birthDate: string | null;
  birthDateEstimated: boolean;
  sex: "female" | "male" | "other" | "unknown";
};

export type OrderColumns = PatientColumns & {
  id: string;
  version: number;
  accessionNumber: string;
  state: OrderState;
  priority: Priority;
  fasting: boolean | null;
  providerId: string | null;
  providerFirstName: string | null;
  providerLastName: string | null;
  placedAt: Date;
  dueAt: Date;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

export type SampleOfOrder = {
  id: string;
  version: number;
  barcode: string;
  sampleType: string;
  sampleTypeName: string;
  container: string;
  cap: string;
  collection: string | null;
  state: SampleState;
  recollectionOfId: string | null;
};

/** Instants inside are as PostgreSQL writes them in JSON. */
export type OrderRow = OrderColumns & {
  placedByName: string;
  clinicalNotes: string | null;
  pregnant: boolean | null;
  cancelReason: string | null;
  items: {
    id: string;
    kind: "test" | "panel";
    code: string;
    name: string;
    price: number | null;
    cancelledAt: string | null;
    cancelReason: string | null;
    testCodes: string[];
  }[];
  samples: SampleOfOrder[];
  results: {
    id: string;
    analyteCode: string;
    analyteName: string;
    testCode: string;
    sampleId: string;
    state: ResultState;
    section: string;
    groupName: string | null;
    dueAt: string;
    flag: string | null;
    replacesId: string | null;
    supersedesId: string | null;
  }[];
};

export type OrderSummaryRow = OrderColumns & {
  itemNames: string[];
  pending: number;
  entered: number;
  verified: number;
  released: number;
};

// A birth date is read as text: as a Date it would be midnight somewhere.
export const patientColumns = `p.id as "patientId", p.mrn, p.family_name as "familyName", p.given_name as "givenName",
  p.birth_date::text as "birthDate", p.birth_date_estimated as "birthDateEstimated", p.sex`;

const orderColumns = `o.id, o.version, o.accession_number as "accessionNumber", o.state, o.priority, o.fasting,
  o.provider_id as "providerId", v.first_name as "providerFirstName", v.last_name as "providerLastName",
  o.placed_at as "placedAt", o.due_at as "dueAt", o.completed_at as "completedAt",
  o.created_at as "createdAt", o.updated_at as "updatedAt", ${patientColumns}`;

const withPatientAndProvider = `join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
  left join provider v on v.laboratory_id = o.laboratory_id and v.id = o.provider_id`;

const sampleJson = `json_build_object('id', s.id, 'version', s.version, 'barcode', s.barcode,
  'sampleType', s.sample_type_code, 'sampleTypeName', s.sample_type_name, 'container', s.container, 'cap', s.cap,
  'collection', s.collection, 'state', s.state, 'recollectionOfId', s.recollection_of_id)`;

/** The order with all that belongs to it. @throws Problem "not_found", also for one beyond the actor's reach. */
export async function findOrder(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  reach: Reach = { kind: "all" },
): Promise<OrderRow> {
  const [row] = await db.sql<OrderRow>(
    `select ${orderColumns}, o.placed_by_name as "placedByName", o.clinical_notes as "clinicalNotes", o.pregnant,
       o.cancel_reason as "cancelReason",
       (select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'code', i.code, 'name', i.name,
            'price', i.price, 'cancelledAt', i.cancelled_at, 'cancelReason', i.cancel_reason,
            'testCodes', (select coalesce(json_agg(t.code order by t.position), '[]')
              from order_item_test it
              join order_test t on t.laboratory_id = it.laboratory_id and t.id = it.order_test_id
              where it.laboratory_id = i.laboratory_id and it.item_id = i.id)) order by i.position), '[]')
          from order_item i where i.laboratory_id = o.laboratory_id and i.order_id = o.id) as items,
       (select coalesce(json_agg(${sampleJson} order by s.number), '[]')
          from sample s where s.laboratory_id = o.laboratory_id and s.order_id = o.id) as samples,
       (select coalesce(json_agg(json_build_object('id', r.id, 'analyteCode', r.analyte_code,
            'analyteName', r.analyte_name, 'testCode', t.code, 'sampleId', r.sample_id, 'state', r.state,
            'section', r.section, 'groupName', r.group_name, 'dueAt', r.due_at, 'flag', r.flag,
            'replacesId', r.replaces_id, 'supersedesId', r.supersedes_id)
            order by r.position, r.created_at, r.id), '[]')
          from result r
          join order_test t on t.laboratory_id = r.laboratory_id and t.id = r.order_test_id
          where r.laboratory_id = o.laboratory_id and r.order_id = o.id) as results
     from orders o ${withPatientAndProvider}
     where o.laboratory_id = $1 and o.id = $2 and ($3 or o.provider_id = $4)`,
    [laboratoryId, orderId, ...reachValues(reach)],
    "prepared",
  );
  if (!row) throw notFound();
  return row;
}

export type OrderFilter = {
  state?: OrderState | undefined;
  priority?: Priority | undefined;
  patientId?: string | undefined;
  providerId?: string | undefined;
  accessionNumber?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const conditions: Conditions<Omit<OrderFilter, "state">> = {
  priority: "priority = ?",
  patientId: "patient_id = ?",
  providerId: "provider_id = ?",
  accessionNumber: `accession_number collate "C" >= ? and accession_number collate "C" < ? || '~'`,
  from: "placed_at >= ?",
  to: "placed_at < ?",
};

/** Newest first, from `after` (when it was placed, id) on. The page is cut first; only its rows are joined. */
export async function listOrders(
  db: LabDb,
  laboratoryId: string,
  { state, ...filter }: OrderFilter,
  reach: Reach,
  after: readonly unknown[] | null,
  limit: number,
): Promise<OrderSummaryRow[]> {
  const values: unknown[] = [laboratoryId];
  const own = reach.kind === "own" ? { providerId: reach.providerId } : {};
  const where = [
    "laboratory_id = $1",
    ...stateIs(state),
    ...whereOf({ providerId: "provider_id = ?" }, own, values),
    ...whereOf(conditions, filter, values),
    ...laterPages("placed_at", after, values),
  ];
  values.push(limit + 1);
  return await db.sql<OrderSummaryRow>(
    `select ${orderColumns}, progress.*,
       (select coalesce(array_agg(i.name order by i.position), '{}') from order_item i
          where i.laboratory_id = o.laboratory_id and i.order_id = o.id
            and (i.cancelled_at is null or o.state = 'cancelled')) as "itemNames"
     from (
       select * from orders where ${where.join(" and ")}
       order by placed_at desc, id desc limit $${values.length}
     ) o ${withPatientAndProvider}
     cross join lateral (
       select count(*) filter (where r.state = 'pending')::int as pending,
         count(*) filter (where r.state = 'entered')::int as entered,
         count(*) filter (where r.state = 'verified')::int as verified,
         count(*) filter (where r.state = 'released')::int as released
       from result r where r.laboratory_id = o.laboratory_id and r.order_id = o.id
     ) progress
     order by o.placed_at desc, o.id desc`,
    values,
    "prepared",
  );
}

export type CollectionRow = OrderColumns & { samples: SampleOfOrder[] };

/** Orders with something still to be taken: the most urgent first, then the longest waiting. */
export async function listCollections(
  db: LabDb,
  laboratoryId: string,
  after: readonly unknown[] | null,
  limit: number,
): Promise<CollectionRow[]> {
  return await db.sql<CollectionRow>(
    `select ${orderColumns}, awaited.samples
     from (
       select s.order_id, s.laboratory_id, json_agg(${sampleJson} order by s.number) as samples
       from sample s where s.laboratory_id = $1 and s.state = 'expected' group by s.laboratory_id, s.order_id
     ) awaited
     join orders o on o.laboratory_id = awaited.laboratory_id and o.id = awaited.order_id
     ${withPatientAndProvider}
     where $2::int is null
       or (${urgency}, o.placed_at, o.id) > ($2, $3::timestamptz, $4::uuid)
     order by ${urgency}, o.placed_at, o.id limit $5`,
    [laboratoryId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1],
  );
}

/** How soon, as the list of collections is sorted: 0 first. */
export function urgencyOf(priority: Priority): number {
  return { stat: 0, urgent: 1, routine: 2 }[priority];
}

const urgency = "(case o.priority when 'stat' then 0 when 'urgent' then 1 else 2 end)";
