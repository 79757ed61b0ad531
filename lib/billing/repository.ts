import { newId } from "@/lib/core/ids";
import { invoiceTotals, lineTotal } from "@/lib/core/money";
import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { NewInvoiceLine } from "./schema";

/** What a list shows of an invoice. */
export const summary = {
  order: { select: { accessionNumber: true } },
} as const satisfies Prisma.InvoiceInclude;

const whole = {
  order: { select: { accessionNumber: true, patient: true } },
  lines: { orderBy: { position: "asc" } },
  payments: {
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    include: { refunds: { orderBy: [{ refundedAt: "asc" }, { id: "asc" }] } },
  },
} as const satisfies Prisma.InvoiceInclude;

export type InvoiceSummaryRow = Prisma.InvoiceGetPayload<{ include: typeof summary }>;
export type InvoiceRow = Prisma.InvoiceGetPayload<{ include: typeof whole }>;

/** @throws Problem "not_found" */
export async function findInvoice(db: LabDb, laboratoryId: string, id: string): Promise<InvoiceRow> {
  const row = await db.invoice.findFirst({ where: { laboratoryId, id }, include: whole });
  if (!row) throw notFound();
  return row;
}

/** Takes the invoice's row for the rest of the transaction, so that what is due cannot change meanwhile. */
export async function lockInvoice(db: LabDb, laboratoryId: string, id: string): Promise<InvoiceRow> {
  await db.sql("select 1 from invoice where laboratory_id = $1 and id = $2 for update", [laboratoryId, id]);
  return findInvoice(db, laboratoryId, id);
}

/** What an order costs, as it stands: its living items with the price that was copied when it was placed (R24). */
export async function orderForBilling(db: LabDb, laboratoryId: string, orderId: string) {
  const order = await db.order.findFirst({
    where: { laboratoryId, id: orderId },
    include: { patient: true, items: { orderBy: { position: "asc" } } },
  });
  if (!order) throw notFound();
  return order;
}

export async function draftOf(db: LabDb, laboratoryId: string, orderId: string): Promise<InvoiceRow | null> {
  return db.invoice.findFirst({ where: { laboratoryId, orderId, state: "draft" }, include: whole });
}

export async function insertInvoice(
  db: LabDb,
  invoice: { laboratoryId: string; orderId: string | null; billTo: string; currency: string; now: Date },
  lines: readonly NewInvoiceLine[],
): Promise<string> {
  const id = newId();
  const { laboratoryId, orderId, billTo, currency, now } = invoice;
  const totals = invoiceTotals(lines.map(lineTotal));
  await db.invoice.createMany({
    data: [{ laboratoryId, id, orderId, billTo, currency, ...totals, createdAt: now, updatedAt: now }],
  });
  await insertLines(db, laboratoryId, id, lines);
  return id;
}

/** Writes the lines of a draft anew and what they come to. */
export async function replaceLines(
  db: LabDb,
  draft: { laboratoryId: string; id: string; version: number },
  lines: readonly NewInvoiceLine[],
  billTo: string,
  now: Date,
): Promise<void> {
  const { laboratoryId, id, version } = draft;
  await db.invoiceLine.deleteMany({ where: { laboratoryId, invoiceId: id } });
  await insertLines(db, laboratoryId, id, lines);
  await moveInvoice(db, draft, {
    ...invoiceTotals(lines.map(lineTotal)),
    billTo,
    updatedAt: now,
    version: version + 1,
  });
}

async function insertLines(
  db: LabDb,
  laboratoryId: string,
  invoiceId: string,
  lines: readonly NewInvoiceLine[],
): Promise<void> {
  await db.invoiceLine.createMany({
    data: lines.map((each, index) => ({
      laboratoryId,
      id: newId(),
      invoiceId,
      orderItemId: each.orderItemId ?? null,
      position: index + 1,
      description: each.description,
      quantity: each.quantity,
      unitPrice: each.unitPrice,
      discount: each.discount ?? 0,
      discountReason: each.discountReason ?? null,
      taxRate: each.taxRate ?? null,
      ...lineTotal(each),
    })),
  });
}

/** A guarded write. @throws Problem "conflict" when somebody was quicker. */
export async function moveInvoice(
  db: LabDb,
  from: { laboratoryId: string; id: string; version: number },
  data: Prisma.InvoiceUncheckedUpdateManyInput,
): Promise<void> {
  const { laboratoryId, id, version } = from;
  const { count } = await db.invoice.updateMany({ where: { laboratoryId, id, version }, data });
  wonRace(count);
}

export async function insertPayment(db: LabDb, payment: Prisma.PaymentCreateManyInput): Promise<void> {
  await db.payment.createMany({ data: [payment] });
}

export async function findPayment(db: LabDb, laboratoryId: string, id: string) {
  const payment = await db.payment.findFirst({ where: { laboratoryId, id }, include: { refunds: true } });
  if (!payment) throw notFound();
  return payment;
}

export async function insertRefund(db: LabDb, refund: Prisma.RefundCreateManyInput): Promise<void> {
  await db.refund.createMany({ data: [refund] });
}

/** Names of lines that cost nothing only because the price list had no price for them. */
export async function unpricedItems(db: LabDb, laboratoryId: string, invoiceId: string): Promise<string[]> {
  const rows = await db.sql<{ description: string }>(
    `select l.description from invoice_line l
       join order_item i on i.laboratory_id = l.laboratory_id and i.id = l.order_item_id
     where l.laboratory_id = $1 and l.invoice_id = $2 and l.unit_price = 0 and i.list_price is null
     order by l.position`,
    [laboratoryId, invoiceId],
  );
  return rows.map((row) => row.description);
}
