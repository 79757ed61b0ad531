import { registerAsProvider } from "@/lib/accounts/operations/register-doctor";
import { route } from "@/lib/api/route";

export const POST = route(registerAsProvider);
