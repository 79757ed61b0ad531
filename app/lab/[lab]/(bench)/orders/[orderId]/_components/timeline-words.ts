import type { TimelineEntry } from "@/lib/audit/schema";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { rejectReasons } from "@/lib/samples/schema";
import { suffixOf } from "./samples-table";

/** What an event of this order is about, beyond its sentence: which tube, which line, why. */
export function timelineWords(order: WholeOrder): (entry: TimelineEntry) => string | null {
  const tubes = new Map(order.samples.map(({ id, barcode }) => [id, suffixOf(barcode)]));
  const lines = new Map(order.results.map(({ id, analyteName }) => [id, analyteName]));
  const items = new Map(order.items.map(({ id, name }) => [id, name]));
  return ({ recordId, details }) => {
    if (recordId === null) return null;
    const what = tubes.get(recordId) ?? lines.get(recordId) ?? items.get(recordId) ?? null;
    return [what, reasonIn(details)].filter(Boolean).join(", ") || null;
  };
}

function reasonIn(details: TimelineEntry["details"]): string | null {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return null;
  const { reasonCode, reason, note } = details;
  if (reasonCode === "other" && typeof note === "string") return note;
  if (typeof reasonCode === "string") {
    // A code of the table has its words there; any other says itself.
    return (rejectReasons as Record<string, string>)[reasonCode]?.toLowerCase() ?? reasonCode;
  }
  return typeof reason === "string" ? reason : null;
}
