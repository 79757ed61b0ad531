"use server";

import { action } from "@/lib/api/action";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";

export const recordCall = action(recordCriticalNotification);
