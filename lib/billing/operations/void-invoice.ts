import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { invoiceLifecycle } from "../lifecycle";
import { whyNotVoid } from "../policy";
import { presentInvoice } from "../presenter";
import { findInvoice, lockInvoice, moveInvoice } from "../repository";
import { Invoice, InvoiceReason, InvoiceRef } from "../schema";

export const voidInvoice = operation({
  id: "invoices.void",
  http: "POST /invoices/{invoiceId}/void",
  summary: "Void an invoice that no money is held for.",
  scope: "laboratory",
  permission: "invoice:manage",
  limit: "write",
  audit: "invoice.voided",
  input: { params: InvoiceRef, body: InvoiceReason },
  output: Invoice,
  fails: ["not_found", "illegal_move", "validation_failed"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const invoice = await lockInvoice(db, laboratoryId, params.invoiceId);
    checkVersion(invoice.version, ifMatch);
    const state = follow(invoiceLifecycle, invoice.state, "void");
    const reason = whyNotVoid(presentInvoice(invoice));
    if (reason) throw new Problem("illegal_move", reason);
    const version = invoice.version + 1;
    await moveInvoice(db, invoice, {
      state,
      voidedAt: now,
      voidReason: body.reason,
      updatedAt: now,
      version,
    });
    about({ recordId: invoice.id, ...(invoice.orderId && { orderId: invoice.orderId }) });
    return presentInvoice(await findInvoice(db, laboratoryId, invoice.id));
  },
});
