import { displayName } from "@/lib/core/names";
import type { Letterhead } from "@/lib/laboratories/letterhead";
import type { InvoiceContent } from "./invoice-content";
import type { InvoiceRow, InvoiceSummaryRow } from "./repository";
import { type Invoice, type InvoiceSummary, PaymentMethod, paymentMethods } from "./schema";

/** Amounts are kept as 64-bit integers; lib/core/money lets none through that a number cannot hold exactly. */
const amount = (kept: bigint) => Number(kept);

export function presentSummary(row: InvoiceSummaryRow): InvoiceSummary {
  const due = row.state === "void" ? 0n : row.gross - (row.paid - row.refunded);
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: row.state,
    currency: row.currency,
    orderId: row.orderId,
    accessionNumber: row.order?.accessionNumber ?? null,
    billTo: row.billTo,
    net: amount(row.net),
    tax: amount(row.tax),
    gross: amount(row.gross),
    paid: amount(row.paid),
    refunded: amount(row.refunded),
    amountDue: amount(due),
    issuedAt: row.issuedAt?.toISOString() ?? null,
    voidedAt: row.voidedAt?.toISOString() ?? null,
    voidReason: row.voidReason,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentInvoice(row: InvoiceRow): Invoice {
  const patient = row.order?.patient;
  return {
    ...presentSummary(row),
    patient: patient ? nameOf(patient) : null,
    lines: row.lines.map((line) => ({
      id: line.id,
      orderItemId: line.orderItemId,
      description: line.description,
      quantity: line.quantity,
      unitPrice: amount(line.unitPrice),
      discount: amount(line.discount),
      discountReason: line.discountReason,
      taxRate: line.taxRate,
      net: amount(line.net),
      tax: amount(line.tax),
      gross: amount(line.gross),
    })),
    payments: row.payments.map((payment) => ({
      id: payment.id,
      amount: amount(payment.amount),
      method: PaymentMethod.parse(payment.method),
      reference: payment.reference,
      receivedAt: payment.receivedAt.toISOString(),
      receivedBy: payment.receivedByName,
      refunds: payment.refunds.map((refund) => ({
        id: refund.id,
        amount: amount(refund.amount),
        reason: refund.reason,
        refundedAt: refund.refundedAt.toISOString(),
        refundedBy: refund.refundedByName,
      })),
    })),
  };
}

function nameOf(patient: { id: string; mrn: string; familyName: string; givenName: string | null }) {
  const { id, mrn, familyName, givenName } = patient;
  return { id, mrn, displayName: displayName(patient), familyName, givenName };
}

/** An invoice as it is printed now; the paper's own noun refuses one that does not add up. */
export function presentOnPaper(
  invoice: Invoice,
  laboratory: Letterhead,
  printedAt: Date,
  demonstration: boolean,
): InvoiceContent {
  const movements = invoice.payments.flatMap((payment) => [
    {
      kind: "payment" as const,
      at: payment.receivedAt,
      amount: payment.amount,
      method: paymentMethods[payment.method],
      ...(payment.reference && { reference: payment.reference }),
    },
    ...payment.refunds.map((refund) => ({
      kind: "refund" as const,
      at: refund.refundedAt,
      amount: refund.amount,
      reason: refund.reason,
    })),
  ]);
  return {
    laboratory,
    ...(invoice.number && { number: invoice.number }),
    state: invoice.state,
    ...(invoice.voidReason && { voidReason: invoice.voidReason }),
    ...(invoice.issuedAt && { issuedAt: invoice.issuedAt }),
    printedAt: printedAt.toISOString(),
    billTo: [invoice.billTo],
    ...(invoice.patient && { patient: { name: invoice.patient.displayName, mrn: invoice.patient.mrn } }),
    ...(invoice.accessionNumber && { accessionNumber: invoice.accessionNumber }),
    currency: invoice.currency,
    lines: invoice.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      ...(line.discount > 0 && { discount: line.discount }),
      ...(line.discountReason && { discountReason: line.discountReason }),
      ...(line.taxRate && { taxRate: line.taxRate }),
      net: line.net,
      tax: line.tax,
      gross: line.gross,
    })),
    totals: { net: invoice.net, tax: invoice.tax, gross: invoice.gross },
    payments: movements.sort((one, other) => one.at.localeCompare(other.at)),
    amountDue: invoice.amountDue,
    demonstration,
  };
}
