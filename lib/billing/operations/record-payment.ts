import "server-only";
import { newId } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { invalidField } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { invoicePaid } from "../events";
import { invoiceLifecycle } from "../lifecycle";
import { whyNotPay } from "../policy";
import { presentInvoice } from "../presenter";
import { findInvoice, insertPayment, lockInvoice } from "../repository";
import { Invoice, InvoiceRef, NewPayment } from "../schema";

export const recordPayment = operation({
  id: "payments.record",
  http: "POST /invoices/{invoiceId}/payments",
  summary: "Record a payment of an issued invoice.",
  scope: "laboratory",
  permission: "payment:record",
  limit: "write",
  audit: "payment.recorded",
  input: { params: InvoiceRef, body: NewPayment },
  output: Invoice,
  fails: ["not_found", "illegal_move", "validation_failed"],
  status: 201,
  location: (invoice) => `/invoices/${invoice.id}`,
  async run({ db, actor, now, about, emit }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const invoice = await lockInvoice(db, laboratoryId, params.invoiceId);
    follow(invoiceLifecycle, invoice.state, "pay");
    const reason = whyNotPay(presentInvoice(invoice), body.amount);
    if (reason) throw invalidField("amount", reason);
    const id = newId();
    await insertPayment(db, {
      laboratoryId,
      id,
      invoiceId: invoice.id,
      amount: body.amount,
      method: body.method,
      reference: body.reference ?? null,
      receivedAt: now,
      receivedById: actor.member?.id ?? null,
      receivedByName: actor.name,
    });
    about({
      recordId: id,
      ...(invoice.orderId && { orderId: invoice.orderId }),
      details: { invoice: invoice.number, amount: body.amount, method: body.method },
    });
    const paid = await findInvoice(db, laboratoryId, invoice.id);
    if (paid.state === "paid") emit(invoicePaid({ invoiceId: invoice.id }));
    return presentInvoice(paid);
  },
});
