import "server-only";
import { displayName } from "@/lib/core/names";
import { invalidField, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { presentInvoice } from "../presenter";
import { draftOf, findInvoice, insertInvoice, orderForBilling } from "../repository";
import { Invoice, NewInvoice, type NewInvoiceLine } from "../schema";

export const createInvoice = operation({
  id: "invoices.create",
  http: "POST /invoices",
  summary: "Draft an invoice for an order, or with lines of its own.",
  scope: "laboratory",
  permission: "invoice:manage",
  limit: "write",
  audit: "invoice.drafted",
  input: { body: NewInvoice },
  output: Invoice,
  fails: ["not_found", "already_exists", "validation_failed"],
  status: 201,
  location: (invoice) => `/invoices/${invoice.id}`,
  async run({ db, actor, now, about }, { body }) {
    const { id: laboratoryId, currency } = actor.laboratory;
    const order = body.orderId ? await orderForBilling(db, laboratoryId, body.orderId) : null;
    if (order && (await draftOf(db, laboratoryId, order.id))) {
      throw new Problem(
        "already_exists",
        "This order has a draft already. Change that one, or void it first.",
      );
    }
    const lines = body.lines ?? (order ? linesOf(order.items) : []);
    holdItems(
      new Set(order?.items.map(({ id }) => id)),
      lines,
      "This item is not of the order that is billed.",
    );
    const billTo = body.billTo ?? (order ? displayName(order.patient) : "");
    const orderId = order?.id ?? null;
    const id = await insertInvoice(db, { laboratoryId, orderId, billTo, currency, now }, lines);
    about({ recordId: id, ...(orderId && { orderId }) });
    return presentInvoice(await findInvoice(db, laboratoryId, id));
  },
});

/** A line can only be charged for an item of the invoice's own order. */
export function holdItems(
  own: ReadonlySet<string | null>,
  lines: readonly NewInvoiceLine[],
  message: string,
): void {
  const foreign = lines.findIndex(({ orderItemId }) => orderItemId && !own.has(orderItemId));
  if (foreign >= 0) throw invalidField(`lines.${foreign}.orderItemId`, message);
}

/** The living items of an order, at the price that was copied when it was placed (R24). */
export function linesOf(
  items: readonly { id: string; name: string; price: number | null; cancelledAt: Date | null }[],
): NewInvoiceLine[] {
  return items
    .filter((item) => item.cancelledAt === null)
    .map((item) => ({
      orderItemId: item.id,
      description: item.name,
      quantity: 1,
      unitPrice: item.price ?? 0,
    }));
}
