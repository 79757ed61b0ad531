import { registerAsPatient } from "@/lib/accounts/operations/register-patient";
import { route } from "@/lib/api/route";

export const POST = route(registerAsPatient);
