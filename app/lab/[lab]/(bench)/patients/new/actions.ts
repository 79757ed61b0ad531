"use server";

import { action } from "@/lib/api/action";
import { registerPatient } from "@/lib/patients/operations/register-patient";

// The form leads on to the new record by itself.
export const register = action(registerPatient, { refreshes: false });
