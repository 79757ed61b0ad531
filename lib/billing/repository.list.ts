import type { LabDb } from "@/lib/infra/db";
import { type Conditions, laterPages, whereOf } from "@/lib/orders/repository";
import { type InvoiceSummaryRow, summary } from "./repository";
import type { InvoiceState } from "./schema";

export type InvoiceFilter = {
  /** `unpaid`: issued, and something is still due. */
  state?: InvoiceState | "unpaid" | undefined;
  orderId?: string | undefined;
  number?: string | undefined;
};

const conditions: Conditions<Omit<InvoiceFilter, "state">> = {
  orderId: "order_id = ?",
  number: "number = ?",
};

/** Newest first, from `after` (when it was made, id) on. */
export async function listInvoices(
  db: LabDb,
  laboratoryId: string,
  { state, ...filter }: InvoiceFilter,
  after: readonly unknown[] | null,
  take: number,
): Promise<InvoiceSummaryRow[]> {
  const values: unknown[] = [laboratoryId];
  const where = [
    "laboratory_id = $1",
    ...stateIs(state),
    ...whereOf(conditions, filter, values),
    ...laterPages("created_at", after, values),
  ];
  values.push(take);
  const found = await db.sql<{ id: string }>(
    `select id from invoice where ${where.join(" and ")}
     order by created_at desc, id desc limit $${values.length}`,
    values,
    "prepared",
  );
  return db.invoice.findMany({
    where: { laboratoryId, id: { in: found.map(({ id }) => id) } },
    include: summary,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Written out, as the partial indexes of what waits have it: see `stateIs` of the orders. */
function stateIs(state: InvoiceFilter["state"]): string[] {
  if (state === undefined) return [];
  return [state === "unpaid" ? "state in ('issued', 'part_paid')" : `state = '${state}'`];
}
