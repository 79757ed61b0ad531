import "server-only";
import { newId } from "@/lib/core/ids";
import { formatMoney } from "@/lib/core/money";
import { invalidField } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { presentInvoice } from "../presenter";
import { findInvoice, findPayment, insertRefund, lockInvoice } from "../repository";
import { Invoice, NewRefund, PaymentRef } from "../schema";

export const refundPayment = operation({
  id: "payments.refund",
  http: "POST /payments/{paymentId}/refunds",
  summary: "Give a payment back, or a part of it.",
  scope: "laboratory",
  permission: "payment:record",
  limit: "write",
  audit: "payment.refunded",
  input: { params: PaymentRef, body: NewRefund },
  output: Invoice,
  fails: ["not_found", "validation_failed"],
  status: 201,
  location: (invoice) => `/invoices/${invoice.id}`,
  async run({ db, actor, now, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const { invoiceId } = await findPayment(db, laboratoryId, params.paymentId);
    const invoice = await lockInvoice(db, laboratoryId, invoiceId);
    // Read again under the lock: what is left of the payment cannot change any more.
    const payment = await findPayment(db, laboratoryId, params.paymentId);
    const left = Number(payment.amount) - payment.refunds.reduce((sum, each) => sum + Number(each.amount), 0);
    if (body.amount > left) {
      throw invalidField("amount", `At most ${formatMoney(left, invoice.currency)} of this payment is left.`);
    }
    const id = newId();
    await insertRefund(db, {
      laboratoryId,
      id,
      paymentId: payment.id,
      amount: body.amount,
      reason: body.reason,
      refundedAt: now,
      refundedById: actor.member?.id ?? null,
      refundedByName: actor.name,
    });
    about({
      recordId: id,
      ...(invoice.orderId && { orderId: invoice.orderId }),
      details: { invoice: invoice.number, amount: body.amount },
    });
    return presentInvoice(await findInvoice(db, laboratoryId, invoice.id));
  },
});
