"use server";

import { action } from "@/lib/api/action";
import { confirmLaboratoryInBrowser } from "@/lib/laboratories/operations/confirm-laboratory-in-browser";
import { foundOwnLaboratoryInBrowser } from "@/lib/laboratories/operations/found-own-laboratory";
import { resendLaboratoryCode } from "@/lib/laboratories/operations/resend-laboratory-code";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";

// Both forms lead on by themselves.
export const signUp = action(signUpLaboratory, { refreshes: false });
export const confirm = action(confirmLaboratoryInBrowser, { refreshes: false });
export const resend = action(resendLaboratoryCode, { refreshes: false });
export const foundOwn = action(foundOwnLaboratoryInBrowser, { refreshes: false });
