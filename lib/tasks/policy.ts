import type { Permission } from "@/lib/core/access";
import { type Actor, may } from "@/lib/core/actor";
import { ExportPart } from "./schema";

/** What one has to be allowed to read to have it exported. */
const reading: Record<ExportPart, Permission> = {
  tests: "catalogue:read",
  prices: "price:read",
  providers: "provider:read",
  patients: "patient:read",
  orders: "order:read",
  results: "result:read",
  invoices: "invoice:read",
};

/** An export holds what the caller may read anyway, and nothing else: an administrator's has no patients. */
export function readableParts(actor: Actor): ExportPart[] {
  return ExportPart.options.filter((part) => may(actor, reading[part]));
}

/** Who asked: a person, or a laboratory's key. */
export function requesterOf(actor: Actor): string | null {
  return actor.account?.id ?? actor.key?.id ?? null;
}

/** How long an export is kept, in milliseconds. */
export const exportLifetime = 24 * 3_600_000;

/** Characters of all pieces of one export together. */
export const exportSizeMax = 64 * 1024 * 1024;
