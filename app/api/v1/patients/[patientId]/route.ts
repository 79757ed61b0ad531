import { route } from "@/lib/api/route";
import { correctPatient } from "@/lib/patients/operations/correct-patient";
import { openPatient } from "@/lib/patients/operations/open-patient";

export const GET = route(openPatient);
export const PATCH = route(correctPatient);
export { preflight as OPTIONS } from "@/lib/api/cors";
