"use server";

import { reviewSuspicion } from "@/lib/accounts/operations/review-suspicion";
import { action } from "@/lib/api/action";
import { actOnSuspicions } from "@/lib/operator/operations/act-on-suspicions";

export const act = action(actOnSuspicions);
export const review = action(reviewSuspicion);
