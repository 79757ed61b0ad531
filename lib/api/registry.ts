import "server-only";
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
  // audit
  // mailbox
  readMailbox,
];
