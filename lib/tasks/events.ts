import { fact } from "@/lib/core/events";

/** A laboratory asked to see that background work is done. */
export const selfTestRequested = fact("self_test.requested", "taskId");

/** A laboratory asked for its data; `parts` are the kinds of records that the member may read, with blanks between. */
export const exportRequested = fact("export.requested", "taskId", "parts");
