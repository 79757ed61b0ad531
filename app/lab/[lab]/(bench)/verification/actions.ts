"use server";

import { action } from "@/lib/api/action";
import { actOnSamples } from "@/lib/reports/operations/act-on-samples";

/** Each sample by itself: one that is refused does not stop the others. */
export const act = action(actOnSamples);
