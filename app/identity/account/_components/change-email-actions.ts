"use server";

import { changeEmail } from "@/lib/accounts/operations/change-email";
import { withdrawEmailChange } from "@/lib/accounts/operations/withdraw-email-change";
import { action } from "@/lib/api/action";

export const askForEmail = action(changeEmail);
export const withdrawEmail = action(withdrawEmailChange);
