"use server";

import { action } from "@/lib/api/action";
import { resumeLaboratory } from "@/lib/operator/operations/resume-laboratory";
import { suspendLaboratory } from "@/lib/operator/operations/suspend-laboratory";

export const suspend = action(suspendLaboratory);
export const resume = action(resumeLaboratory);
