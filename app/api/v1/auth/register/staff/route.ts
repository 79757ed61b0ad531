import { route } from "@/lib/api/route";
import { registerStaff } from "@/lib/laboratories/operations/register-staff";

export const POST = route(registerStaff);
