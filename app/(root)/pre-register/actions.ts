"use server";

import { confirmPreRegistration } from "@/lib/accounts/operations/confirm-pre-registration";
import { preRegister } from "@/lib/accounts/operations/pre-register";
import { action } from "@/lib/api/action";

export const ask = action(preRegister, { refreshes: false });
export const confirm = action(confirmPreRegistration, { refreshes: false });
