import { route } from "@/lib/api/route";
import { listPatientResults } from "@/lib/results/operations/list-patient-results";

export const GET = route(listPatientResults);
export { preflight as OPTIONS } from "@/lib/api/cors";
