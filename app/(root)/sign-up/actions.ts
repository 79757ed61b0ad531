"use server";

import { action } from "@/lib/api/action";
import { confirmLaboratoryInBrowser } from "@/lib/laboratories/operations/confirm-laboratory-in-browser";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";

// Both forms lead on by themselves.
export const signUp = action(signUpLaboratory, { refreshes: false });
export const confirm = action(confirmLaboratoryInBrowser, { refreshes: false });
