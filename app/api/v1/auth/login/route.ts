import { login } from "@/lib/accounts/operations/login";
import { route } from "@/lib/api/route";

export const POST = route(login);
