import { preRegister } from "@/lib/accounts/operations/pre-register";
import { route } from "@/lib/api/route";

export const POST = route(preRegister);
