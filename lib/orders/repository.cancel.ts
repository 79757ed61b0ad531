import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";

/** How many results of the order have left the laboratory, those of a withdrawn report among them. */
export async function countReleased(db: LabDb, laboratoryId: string, orderId: string): Promise<number> {
  return await db.result.count({
    where: { laboratoryId, orderId, state: { in: ["released", "withdrawn"] } },
  });
}

/** Cancels the order, its items and tests, what is unreleased of its results, and tubes not yet arrived. */
export async function cancelOrder(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const values = [laboratoryId, orderId, now];
  await db.sql(
    `update order_item set cancelled_at = $3, cancel_reason = $4
     where laboratory_id = $1 and order_id = $2 and cancelled_at is null`,
    [...values, reason],
  );
  await db.sql(
    `update order_test set cancelled_at = $3
     where laboratory_id = $1 and order_id = $2 and cancelled_at is null`,
    values,
  );
  await cancelResultsOfCancelledTests(db, laboratoryId, orderId, reason, now);
  await closeSamplesWithoutWork(db, laboratoryId, orderId, now);
  await db.sql(
    `update orders set state = 'cancelled', cancel_reason = $4, version = version + 1, updated_at = $3
     where laboratory_id = $1 and id = $2`,
    [...values, reason],
  );
}

/** One item of an order. @throws Problem "not_found" */
export async function findItem(db: LabDb, laboratoryId: string, orderId: string, itemId: string) {
  const [row] = await db.sql<{
    code: string;
    isCancelled: boolean;
    released: number;
    othersStanding: number;
  }>(
    `select i.code, i.cancelled_at is not null as "isCancelled",
       (select count(*)::int from order_item_test it
          join result r on r.laboratory_id = it.laboratory_id and r.order_test_id = it.order_test_id
          where it.laboratory_id = i.laboratory_id and it.item_id = i.id
            and r.state in ('released', 'withdrawn')) as released,
       (select count(*)::int from order_item other
          where other.laboratory_id = i.laboratory_id and other.order_id = i.order_id and other.id <> i.id
            and other.cancelled_at is null) as "othersStanding"
     from order_item i where i.laboratory_id = $1 and i.order_id = $2 and i.id = $3`,
    [laboratoryId, orderId, itemId],
  );
  if (!row) throw notFound();
  return row;
}

/** Cancels one item with the tests that no other item needs; what it covered is charged again. */
export async function cancelItem(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  itemId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const values = [laboratoryId, orderId, now];
  await db.sql(
    `update order_item set cancelled_at = $3, cancel_reason = $4
     where laboratory_id = $1 and order_id = $2 and id = $5`,
    [...values, reason, itemId],
  );
  await db.sql(
    `update order_test t set cancelled_at = $3
     where t.laboratory_id = $1 and t.order_id = $2 and t.cancelled_at is null and not exists (
       select from order_item_test it
       join order_item i on i.laboratory_id = it.laboratory_id and i.id = it.item_id
       where it.laboratory_id = t.laboratory_id and it.order_test_id = t.id and i.cancelled_at is null)`,
    values,
  );
  await handOverSharedResults(db, laboratoryId, orderId, now);
  await cancelResultsOfCancelledTests(db, laboratoryId, orderId, reason, now);
  await closeSamplesWithoutWork(db, laboratoryId, orderId, now);
  await db.sql(
    `update order_item i set price = list_price
     where i.laboratory_id = $1 and i.order_id = $2 and i.kind = 'test' and i.cancelled_at is null and not exists (
       select from order_item_test mine
       join order_item_test theirs
         on theirs.laboratory_id = mine.laboratory_id and theirs.order_test_id = mine.order_test_id
       join order_item panel on panel.laboratory_id = theirs.laboratory_id and panel.id = theirs.item_id
       where mine.laboratory_id = i.laboratory_id and mine.item_id = i.id
         and panel.kind = 'panel' and panel.cancelled_at is null)`,
    [laboratoryId, orderId],
  );
  await db.sql(
    `update orders o set version = o.version + 1, updated_at = $3, due_at = coalesce((
       select max(t.due_at) from order_test t
       where t.laboratory_id = o.laboratory_id and t.order_id = o.id and t.cancelled_at is null), o.due_at)
     where o.laboratory_id = $1 and o.id = $2`,
    values,
  );
}

/** A result measured once for two tests stays for the one that still stands. */
async function handOverSharedResults(db: LabDb, laboratoryId: string, orderId: string, now: Date) {
  await db.sql(
    `update result r set order_test_id = heir.id, version = r.version + 1, updated_at = $3
     from order_test gone, order_test heir, test_analyte a
     where r.laboratory_id = $1 and r.order_id = $2 and r.state in ('pending', 'entered', 'verified')
       and gone.laboratory_id = $1 and gone.id = r.order_test_id and gone.cancelled_at is not null
       and heir.laboratory_id = $1 and heir.order_id = $2 and heir.cancelled_at is null
       and a.laboratory_id = $1 and a.test_id = heir.test_id and a.analyte_id = r.analyte_id
       and not exists (select from result own where own.laboratory_id = $1 and own.order_test_id = heir.id
         and own.analyte_id = r.analyte_id and own.state not in ('cancelled', 'replaced', 'withdrawn'))`,
    [laboratoryId, orderId, now],
  );
}

async function cancelResultsOfCancelledTests(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await db.sql(
    `update result r set state = 'cancelled', cancel_reason = $4, version = r.version + 1, updated_at = $3
     from order_test t
     where r.laboratory_id = $1 and r.order_id = $2 and r.state in ('pending', 'entered', 'verified')
       and t.laboratory_id = r.laboratory_id and t.id = r.order_test_id and t.cancelled_at is not null`,
    [laboratoryId, orderId, now, reason],
  );
}

/** Tubes nobody waits for any more: those not yet arrived are cancelled, those at the bench are done with. */
async function closeSamplesWithoutWork(db: LabDb, laboratoryId: string, orderId: string, now: Date) {
  await db.sql(
    `update sample s set version = s.version + 1, updated_at = $3,
       state = (case when s.state in ('expected', 'collected') then 'cancelled' else 'completed' end)::"SampleState"
     where s.laboratory_id = $1 and s.order_id = $2
       and s.state in ('expected', 'collected', 'accessioned', 'in_process')
       and not exists (select from result r where r.laboratory_id = s.laboratory_id and r.sample_id = s.id
         and r.state in ('pending', 'entered', 'verified'))`,
    [laboratoryId, orderId, now],
  );
}
