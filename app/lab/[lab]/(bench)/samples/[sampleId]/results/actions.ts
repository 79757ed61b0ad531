"use server";

import { action } from "@/lib/api/action";
import { amendResult } from "@/lib/results/operations/amend-result";
import { cancelResult } from "@/lib/results/operations/cancel-result";
import { enterResults } from "@/lib/results/operations/enter-results";
import { retestResult } from "@/lib/results/operations/retest-result";
import { verifyResults } from "@/lib/results/operations/verify-results";

// The grid keeps its own state: a page rendered anew under the fingers would take the focus away.
export const enter = action(enterResults, { refreshes: false });
export const verify = action(verifyResults);
export const retest = action(retestResult);
export const cancel = action(cancelResult);
export const amend = action(amendResult);
