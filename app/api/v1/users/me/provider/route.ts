import { registerPractice } from "@/lib/accounts/operations/register-practice";
import { route } from "@/lib/api/route";

export const POST = route(registerPractice);
