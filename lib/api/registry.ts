import "server-only";
import { endOtherSession } from "@/lib/accounts/operations/end-other-session";
import { endSession } from "@/lib/accounts/operations/end-session";
import { listSessions } from "@/lib/accounts/operations/list-sessions";
import { login } from "@/lib/accounts/operations/login";
import { logout } from "@/lib/accounts/operations/logout";
import { logoutAll } from "@/lib/accounts/operations/logout-all";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { readMe } from "@/lib/accounts/operations/read-me";
import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
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
  login,
  startBrowserSession,
  openBrowserSession,
  refreshTokens,
  logout,
  logoutAll,
  endSession,
  listSessions,
  endOtherSession,
  readMe,
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
