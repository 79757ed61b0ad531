"use server";

import { action } from "@/lib/api/action";
import { actOnProviders } from "@/lib/operator/operations/act-on-providers";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";

export const act = action(actOnProviders);
export const verify = action(verifyClinician);
export const reject = action(rejectClinician);
