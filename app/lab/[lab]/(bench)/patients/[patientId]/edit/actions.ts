"use server";

import { action } from "@/lib/api/action";
import { correctPatient } from "@/lib/patients/operations/correct-patient";

// The form leads back to the record by itself.
export const correct = action(correctPatient, { refreshes: false });
