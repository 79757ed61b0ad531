import { fact } from "@/lib/core/events";

/** A mail waits to be delivered. */
export const mailOwed = fact("mail.owed", "mailId");
