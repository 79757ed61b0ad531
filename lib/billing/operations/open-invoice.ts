import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentInvoice } from "../presenter";
import { findInvoice } from "../repository";
import { Invoice, InvoiceRef } from "../schema";

export const openInvoice = operation({
  id: "invoices.open",
  http: "GET /invoices/{invoiceId}",
  summary: "Open an invoice with its lines, payments and refunds.",
  scope: "laboratory",
  permission: "invoice:read",
  limit: "read",
  audit: "invoice.opened",
  input: { params: InvoiceRef },
  output: Invoice,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const invoice = await findInvoice(db, actor.laboratory.id, params.invoiceId);
    about({ recordId: invoice.id, ...(invoice.orderId && { orderId: invoice.orderId }) });
    return presentInvoice(invoice);
  },
});
