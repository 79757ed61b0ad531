import { fact } from "@/lib/core/events";

/** Somebody who registered has confirmed their address. */
export const accountRegistered = fact("account.registered", "accountId");
