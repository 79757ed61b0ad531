import "server-only";
import { changeInvoice } from "@/lib/billing/operations/change-invoice";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { openInvoice } from "@/lib/billing/operations/open-invoice";
import { printInvoice } from "@/lib/billing/operations/print-invoice";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { refundPayment } from "@/lib/billing/operations/refund-payment";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import type { AnyOperation } from "@/lib/infra/operation";
import { readMailbox } from "@/lib/mailbox/operations/read-mailbox";

/**
 * Every operation there is. The documents, the permission matrix, the limits table, the audit vocabulary and
 * the contract tests are read off this list; only they may import it, so that a route loads just its own.
 */
export const registry: readonly AnyOperation[] = [
  // accounts
  // laboratories
  // catalogue
  // patients
  // orders
  // samples
  // results
  // reports
  // billing
  listInvoices,
  createInvoice,
  openInvoice,
  changeInvoice,
  issueInvoice,
  voidInvoice,
  printInvoice,
  recordPayment,
  refundPayment,
  // audit
  // mailbox
  readMailbox,
];
