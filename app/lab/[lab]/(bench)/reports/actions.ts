"use server";

import { action } from "@/lib/api/action";
import { withdrawReport } from "@/lib/reports/operations/withdraw-report";

export const withdraw = action(withdrawReport);
