import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { route } from "@/lib/api/route";

export const POST = route(resetByLink);
export { preflight as OPTIONS } from "@/lib/api/cors";
