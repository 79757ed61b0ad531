"use server";

import { reportNotMe } from "@/lib/accounts/operations/report-not-me";
import { action } from "@/lib/api/action";

// The page keeps what was answered: read anew, the link would be spent.
export const report = action(reportNotMe, { refreshes: false });
