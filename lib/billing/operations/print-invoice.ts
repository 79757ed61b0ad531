import "server-only";
import { InvoiceDocument } from "@/components/paper/invoice-document";
import { operation } from "@/lib/infra/operation";
import { renderPdf } from "@/lib/infra/pdf";
import { findLetterhead } from "@/lib/laboratories/letterhead";
import { InvoiceContent } from "../invoice-content";
import { presentInvoice, presentOnPaper } from "../presenter";
import { findInvoice } from "../repository";
import { InvoiceRef } from "../schema";

export const printInvoice = operation({
  id: "invoices.print",
  http: "GET /invoices/{invoiceId}/pdf",
  summary: "Print an invoice with its payments as of now.",
  scope: "laboratory",
  permission: "invoice:read",
  limit: "read",
  audit: "invoice.printed",
  input: { params: InvoiceRef },
  output: InvoiceContent,
  bytes: { contentType: "application/pdf", render: (content) => renderPdf(InvoiceDocument, content) },
  fails: ["not_found"],
  async run({ db, actor, now, about }, { params }) {
    const invoice = presentInvoice(await findInvoice(db, actor.laboratory.id, params.invoiceId));
    about({ recordId: invoice.id, ...(invoice.orderId && { orderId: invoice.orderId }) });
    const letterhead = await findLetterhead(db, actor.laboratory.id);
    return presentOnPaper(invoice, letterhead, now, actor.laboratory.isDemonstration);
  },
});
