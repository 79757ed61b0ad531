import { fact } from "@/lib/core/events";

/** A released result has an amendment that somebody has to verify. */
export const resultAmended = fact("result.amended", "resultId", "orderId");

/** A correction of the patient or the order would flag a released result otherwise (R6a). */
export const resultWouldChange = fact("result.would_change", "resultId", "orderId");
