"use server";

import { action } from "@/lib/api/action";
import { actOnSamples } from "@/lib/reports/operations/act-on-samples";

/** Several tubes of one puncture are recorded at once. */
export const act = action(actOnSamples);
