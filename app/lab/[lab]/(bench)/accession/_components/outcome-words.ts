import type { ScanOutcome } from "@/lib/samples/schema";

/** What the panel shouts, by what was found. */
export const refusalTitles: Record<ScanOutcome, string> = {
  rejected: "Rejected tube. Do not use it.",
  cancelled: "Cancelled tube. Do not use it.",
  another_order: "A tube of another order.",
  order_number: "This is no tube's label.",
  unknown_number: "Unknown tube.",
  // Not refusals: they never stop the station.
  accessioned: "Accessioned",
  already_accessioned: "Accessioned before",
  collection_not_known: "Collection is not recorded",
};

/** The same in a line of the list. */
export const refusalWords: Partial<Record<ScanOutcome, string>> = {
  rejected: "Refused: rejected earlier",
  cancelled: "Refused: cancelled",
  another_order: "Refused: of another order",
  order_number: "Refused: an order's number",
  unknown_number: "Refused: unknown number",
};
