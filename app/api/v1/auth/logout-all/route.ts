import { logoutAll } from "@/lib/accounts/operations/logout-all";
import { route } from "@/lib/api/route";

export const POST = route(logoutAll);
export { preflight as OPTIONS } from "@/lib/api/cors";
