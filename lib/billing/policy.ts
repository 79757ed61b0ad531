import { formatMoney } from "@/lib/core/money";
import type { Invoice } from "./schema";

/** Why an invoice cannot be issued yet, or null. */
export function whyNotIssue(invoice: Invoice, unpriced: readonly string[]): string | null {
  if (invoice.lines.length === 0) return "This invoice has no lines. Add what is charged, or void it.";
  const [first] = unpriced;
  if (first !== undefined) {
    return `${first} has no price in the price list. Write a price on its line, or set one before the next order.`;
  }
  return null;
}

/** Why an invoice cannot be voided, or null (R24). */
export function whyNotVoid(invoice: Invoice): string | null {
  const held = invoice.paid - invoice.refunded;
  if (held <= 0) return null;
  return `${formatMoney(held, invoice.currency)} is held for this invoice. Refund it first.`;
}

/** Why a payment cannot be taken, or null: never more than what is due (R24). */
export function whyNotPay(invoice: Invoice, amount: number): string | null {
  if (amount <= invoice.amountDue) return null;
  return `At most ${formatMoney(invoice.amountDue, invoice.currency)} is due.`;
}
