import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { nextNumber } from "@/lib/infra/numbers";
import { operation } from "@/lib/infra/operation";
import { invoiceIssued } from "../events";
import { invoiceLifecycle } from "../lifecycle";
import { whyNotIssue } from "../policy";
import { presentInvoice } from "../presenter";
import { findInvoice, lockInvoice, moveInvoice, unpricedItems } from "../repository";
import { Invoice, InvoiceRef } from "../schema";

export const issueInvoice = operation({
  id: "invoices.issue",
  http: "POST /invoices/{invoiceId}/issue",
  summary: "Issue an invoice: it gets its number, and its lines never change again.",
  scope: "laboratory",
  permission: "invoice:manage",
  limit: "write",
  audit: "invoice.issued",
  input: { params: InvoiceRef },
  output: Invoice,
  fails: ["not_found", "illegal_move"],
  ifMatch: "optional",
  prepare: async ({ actor }) => (actor.laboratory ? await nextNumber(actor.laboratory.id, "invoice") : 0),
  async run({ db, actor, now, ifMatch, about, emit }, { params }, sequence) {
    const laboratoryId = actor.laboratory.id;
    const invoice = await lockInvoice(db, laboratoryId, params.invoiceId);
    checkVersion(invoice.version, ifMatch);
    const state = follow(invoiceLifecycle, invoice.state, "issue");
    const reason = whyNotIssue(presentInvoice(invoice), await unpricedItems(db, laboratoryId, invoice.id));
    if (reason) throw new Problem("illegal_move", reason);
    const number = `INV-${String(sequence).padStart(5, "0")}`;
    await moveInvoice(db, invoice, {
      state,
      number,
      issuedAt: now,
      issuedById: actor.member?.id ?? null,
      updatedAt: now,
      version: invoice.version + 1,
    });
    about({
      recordId: invoice.id,
      ...(invoice.orderId && { orderId: invoice.orderId }),
      details: { number },
    });
    emit(invoiceIssued({ invoiceId: invoice.id }));
    return presentInvoice(await findInvoice(db, laboratoryId, invoice.id));
  },
});
