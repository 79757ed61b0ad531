import { route } from "@/lib/api/route";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { registerPatient } from "@/lib/patients/operations/register-patient";

export const GET = route(listPatients);
export const POST = route(registerPatient);
export { preflight as OPTIONS } from "@/lib/api/cors";
