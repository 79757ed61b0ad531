import { fact } from "@/lib/core/events";

/** A version of an order's report left the laboratory. */
export const reportIssued = fact("report.issued", "reportId", "orderId");

/** An order's report was taken back with all its versions. */
export const reportWithdrawn = fact("report.withdrawn", "reportId", "orderId");
