"use server";

import { enter } from "@/app/identity/enter";
import { confirmByCodeInBrowser } from "@/lib/accounts/operations/confirm-in-browser";
import { registerAsProvider } from "@/lib/accounts/operations/register-doctor";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { resendVerification } from "@/lib/accounts/operations/resend-verification";
import { type ActionResult, action } from "@/lib/api/action";

// Each form leads on by itself.
export const registerPatient = action(registerPatientAccount, { refreshes: false });
export const registerProvider = action(registerAsProvider, { refreshes: false });
export const resend = action(resendVerification, { refreshes: false });

/** The account exists from here on, and its owner is signed in. */
export async function confirmCode(email: string, code: string): Promise<ActionResult<undefined>> {
  return enter(confirmByCodeInBrowser, { email, code }, "/account");
}
