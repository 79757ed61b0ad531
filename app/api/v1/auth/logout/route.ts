import { logout } from "@/lib/accounts/operations/logout";
import { route } from "@/lib/api/route";

export const POST = route(logout);
export { preflight as OPTIONS } from "@/lib/api/cors";
