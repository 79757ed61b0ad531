"use server";

import { action } from "@/lib/api/action";
import { releaseOrder } from "@/lib/reports/operations/release-order";

export const release = action(releaseOrder);
