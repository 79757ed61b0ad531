import { login } from "@/lib/accounts/operations/login";
import { route } from "@/lib/api/route";

export const POST = route(login);
export { preflight as OPTIONS } from "@/lib/api/cors";
