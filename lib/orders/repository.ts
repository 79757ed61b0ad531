import { sampleBarcode } from "@/lib/core/accession";
import { invalidField, notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { OrderPlan, Reach } from "./policy";
import type { OrderChange, OrderState, Priority, SampleState } from "./schema";

export type SettledOrder = { id: string; state: OrderState };

/**
 * Whom an order may be placed for: any patient, or for a provider one that an order of theirs names or that
 * they registered. @throws Problem "not_found"
 */
export async function checkPatient(
  db: LabDb,
  laboratoryId: string,
  patientId: string,
  reach: Reach,
  memberId: string | null,
): Promise<void> {
  const [found] = await db.sql(
    `select 1 from patient p
     where p.laboratory_id = $1 and p.id = $2 and ($3 or p.registered_by_id = $5 or exists (
       select from orders o where o.laboratory_id = $1 and o.patient_id = p.id and o.provider_id = $4))`,
    [laboratoryId, patientId, ...reachValues(reach), memberId],
  );
  if (!found) throw notFound();
}

/**
 * Whether a provider may be named on an order.
 * @throws Problem "not_found" for one who is not in the directory, "validation_failed" for one who has left it.
 */
export async function checkProvider(db: LabDb, laboratoryId: string, providerId: string): Promise<void> {
  const provider = await db.provider.findFirst({
    where: { laboratoryId, id: providerId },
    select: { retiredAt: true },
  });
  if (!provider) throw notFound();
  if (provider.retiredAt) {
    throw invalidField("providerId", "This provider is no longer in the directory. Choose another.");
  }
}

export type OrderHead = {
  id: string;
  accessionNumber: string;
  patientId: string;
  providerId: string | null;
  priority: Priority;
  clinicalNotes: string | null;
  fasting: boolean | null;
  pregnant: boolean | null;
  placedByName: string;
  placedById: string | null;
  placedAt: Date;
};

export async function insertOrder(
  db: LabDb,
  laboratoryId: string,
  head: OrderHead,
  plan: OrderPlan,
): Promise<void> {
  const { id: orderId, placedAt: now, accessionNumber, patientId } = head;
  const created = { createdAt: now, updatedAt: now };
  const inOrder = { laboratoryId, orderId };
  await db.order.create({
    data: { ...head, ...created, laboratoryId, dueAt: plan.dueAt },
    select: { id: true },
  });
  await db.orderItem.createMany({ data: plan.items.map((item) => ({ ...item, ...inOrder })) });
  await db.orderTest.createMany({ data: plan.tests.map((test) => ({ ...test, ...inOrder })) });
  await db.orderItemTest.createMany({ data: plan.itemTests.map((link) => ({ ...link, laboratoryId })) });
  await db.sample.createMany({
    data: plan.samples.map((sample) => ({
      ...sample,
      ...inOrder,
      ...created,
      barcode: sampleBarcode(accessionNumber, sample.number),
    })),
  });
  await db.result.createMany({
    data: plan.results.map((result) => ({ ...result, ...inOrder, ...created, patientId })),
  });
}

export type LockedOrder = {
  id: string;
  version: number;
  state: OrderState;
  priority: Priority;
  providerId: string | null;
  patientId: string;
  clinicalNotes: string | null;
  fasting: boolean | null;
  pregnant: boolean | null;
};

/**
 * The order, held until the transaction ends. Whoever writes to an order, its samples or its results holds the
 * order first, so that two of them cannot wait for each other, and each sees what the other did.
 * @throws Problem "not_found"
 */
export async function lockOrder(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  reach: Reach = { kind: "all" },
): Promise<LockedOrder> {
  const [row] = await db.sql<LockedOrder>(
    `select id, version, state, priority, provider_id as "providerId", patient_id as "patientId",
       clinical_notes as "clinicalNotes", fasting, pregnant
     from orders where laboratory_id = $1 and id = $2 and ($3 or provider_id = $4) for no key update`,
    [laboratoryId, orderId, ...reachValues(reach)],
  );
  if (!row) throw notFound();
  return row;
}

/** As `lockOrder`, for many; in the order of their ids, so that two batches cannot wait for each other. */
export async function lockOrders(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
): Promise<void> {
  await db.sql(
    `select id from orders where laboratory_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [laboratoryId, orderIds],
  );
}

/**
 * Lets the state of orders follow from their samples and results: in progress once a sample has arrived or a
 * value was entered; completed when nothing is unreleased and something was released; cancelled stays.
 * @returns the orders whose state changed.
 */
export async function settleOrders(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
  now: Date,
): Promise<SettledOrder[]> {
  if (orderIds.length === 0) return [];
  // Held first, looked at after: of two people releasing the last results, the second sees both.
  await lockOrders(db, laboratoryId, orderIds);
  return await db.sql<SettledOrder>(
    `update orders o set state = s.next, version = o.version + 1, updated_at = $3,
       completed_at = case when s.next = 'completed' then $3::timestamptz end
     from (
       select o.id, (case
         when r.unreleased = 0 and r.released > 0 then 'completed'
         when r.begun > 0 or exists (select from sample s where s.laboratory_id = o.laboratory_id
           and s.order_id = o.id and s.accessioned_at is not null) then 'in_progress'
         else 'placed' end)::"OrderState" as next
       from orders o cross join lateral (
         select count(*) filter (where state in ('pending', 'entered', 'verified')) as unreleased,
           count(*) filter (where state in ('released', 'withdrawn')) as released,
           count(*) filter (where state in ('entered', 'verified', 'released', 'withdrawn')) as begun
         from result where laboratory_id = o.laboratory_id and order_id = o.id
       ) r
       where o.laboratory_id = $1 and o.id = any($2::uuid[]) and o.state <> 'cancelled'
     ) s
     where o.laboratory_id = $1 and o.id = s.id and o.state <> s.next
     returning o.id, o.state`,
    [laboratoryId, orderIds, now],
  );
}

export async function changeOrder(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  { providerId, priority, clinicalNotes, fasting, pregnant }: OrderChange,
  now: Date,
): Promise<void> {
  if (priority !== undefined) await reschedule(db, laboratoryId, orderId, priority, now);
  await db.order.updateMany({
    where: { laboratoryId, id: orderId },
    data: {
      ...(providerId !== undefined && { providerId }),
      ...(clinicalNotes !== undefined && { clinicalNotes }),
      ...(fasting !== undefined && { fasting }),
      ...(pregnant !== undefined && { pregnant }),
      version: { increment: 1 },
      updatedAt: now,
    },
  });
}

/** Another priority has another turnaround, counted from when the order was placed. */
async function reschedule(db: LabDb, laboratoryId: string, orderId: string, priority: Priority, now: Date) {
  await db.sql(
    `update order_test t set due_at = o.placed_at + make_interval(mins => case $3::"Priority"
       when 'stat' then c.turnaround_stat_minutes
       when 'urgent' then c.turnaround_urgent_minutes
       else c.turnaround_routine_minutes end)
     from orders o, test c
     where t.laboratory_id = $1 and t.order_id = $2 and o.laboratory_id = $1 and o.id = t.order_id
       and c.laboratory_id = $1 and c.id = t.test_id`,
    [laboratoryId, orderId, priority],
  );
  await db.sql(
    `update result r set due_at = t.due_at, version = r.version + 1, updated_at = $3
     from order_test t
     where r.laboratory_id = $1 and r.order_id = $2 and r.state in ('pending', 'entered', 'verified')
       and t.laboratory_id = r.laboratory_id and t.id = r.order_test_id and r.due_at <> t.due_at`,
    [laboratoryId, orderId, now],
  );
  await db.sql(
    `update orders o set priority = $3, due_at = coalesce((
       select max(t.due_at) from order_test t
       where t.laboratory_id = o.laboratory_id and t.order_id = o.id and t.cancelled_at is null), o.due_at)
     where o.laboratory_id = $1 and o.id = $2`,
    [laboratoryId, orderId, priority],
  );
}

/** The two parameters that hold a statement to a reach: whether it is all, else whose. */
export function reachValues(reach: Reach): [boolean, string | null] {
  return reach.kind === "all" ? [true, null] : [false, reach.providerId];
}

/** What a filter's fields ask of a row; each `?` is the field's value. */
export type Conditions<Filter> = Record<keyof Filter, string>;

/**
 * The conditions of those fields that are given, their values added to `values`. A list's statement names only
 * what it asks, so that its plan is made for that.
 */
export function whereOf<Filter extends object>(
  conditions: Conditions<Filter>,
  filter: Filter,
  values: unknown[],
): string[] {
  // The keys of a filter are those of its conditions, by type.
  return (Object.keys(conditions) as (keyof Filter)[]).flatMap((field) => {
    if (filter[field] === undefined) return [];
    values.push(filter[field]);
    return [conditions[field].replaceAll("?", `$${values.length}`)];
  });
}

/** From the row behind the cursor on, for a list of `(column, id)`, latest first. */
export function laterPages(column: string, after: readonly unknown[] | null, values: unknown[]): string[] {
  if (!after) return [];
  values.push(...after);
  return [`(${column}, id) < ($${values.length - 1}, $${values.length})`];
}

/**
 * Written out, not as a parameter: enumerations are compared by an operator that row-level security keeps from
 * every index but the partial ones of live rows, and those are found by the written word.
 */
export function stateIs(state: OrderState | SampleState | undefined): string[] {
  return state === undefined ? [] : [`state = '${state}'`];
}
