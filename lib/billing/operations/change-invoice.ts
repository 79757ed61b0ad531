import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { invoiceLifecycle } from "../lifecycle";
import { presentInvoice } from "../presenter";
import { findInvoice, type InvoiceRow, lockInvoice, replaceLines } from "../repository";
import { ChangeInvoice, Invoice, InvoiceRef, type NewInvoiceLine } from "../schema";
import { holdItems } from "./create-invoice";

export const changeInvoice = operation({
  id: "invoices.change",
  http: "PATCH /invoices/{invoiceId}",
  summary: "Change the lines of a draft, or who it is billed to.",
  scope: "laboratory",
  permission: "invoice:manage",
  limit: "write",
  audit: "invoice.changed",
  input: { params: InvoiceRef, body: ChangeInvoice },
  output: Invoice,
  fails: ["not_found", "illegal_move", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const invoice = await lockInvoice(db, laboratoryId, params.invoiceId);
    checkVersion(invoice.version, ifMatch);
    follow(invoiceLifecycle, invoice.state, "change");
    const lines = body.lines ?? keptLines(invoice);
    const own = new Set(invoice.lines.map((line) => line.orderItemId));
    holdItems(own, lines, "This item is not on this invoice.");
    await replaceLines(db, invoice, lines, body.billTo ?? invoice.billTo, now);
    const changed = await findInvoice(db, laboratoryId, invoice.id);
    about({
      recordId: invoice.id,
      ...(invoice.orderId && { orderId: invoice.orderId }),
      details: { gross: { before: Number(invoice.gross), after: Number(changed.gross) } },
    });
    return presentInvoice(changed);
  },
});

export function keptLines(invoice: InvoiceRow): NewInvoiceLine[] {
  return invoice.lines.map((line) => ({
    orderItemId: line.orderItemId,
    description: line.description,
    quantity: line.quantity,
    unitPrice: Number(line.unitPrice),
    discount: Number(line.discount),
    discountReason: line.discountReason,
    taxRate: line.taxRate,
  }));
}
