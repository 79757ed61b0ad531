"use server";

import { confirmEmailChangeLink } from "@/lib/accounts/operations/confirm-email-change";
import { withdrawEmailChangeByLink } from "@/lib/accounts/operations/withdraw-email-change";
import { action } from "@/lib/api/action";

// The page keeps what was answered: read anew, the link would be spent.
export const confirm = action(confirmEmailChangeLink, { refreshes: false });
export const withdraw = action(withdrawEmailChangeByLink, { refreshes: false });
