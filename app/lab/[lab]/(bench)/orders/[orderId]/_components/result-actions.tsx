import type { OrderLine } from "@/lib/billing/schema.order-page";

/**
 * What may be done with one line, at its name: its history, an amendment. Nothing yet for those who only read;
 * the pages of results put their acts here.
 */
export function ResultActions(_: { line: OrderLine }) {
  return null;
}
