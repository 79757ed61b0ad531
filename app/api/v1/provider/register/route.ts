import { registerProvider } from "@/lib/accounts/operations/register-provider";
import { route } from "@/lib/api/route";

export const POST = route(registerProvider);
