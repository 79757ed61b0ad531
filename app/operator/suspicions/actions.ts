"use server";

import { reviewSuspicion } from "@/lib/accounts/operations/review-suspicion";
import { action } from "@/lib/api/action";

export const review = action(reviewSuspicion);
