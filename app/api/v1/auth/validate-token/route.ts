import { validateToken } from "@/lib/accounts/operations/validate-token";
import { route } from "@/lib/api/route";

export const POST = route(validateToken);
export { preflight as OPTIONS } from "@/lib/api/cors";
