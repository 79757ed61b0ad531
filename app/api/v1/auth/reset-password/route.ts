import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { route } from "@/lib/api/route";

export const POST = route(resetByCode);
export { preflight as OPTIONS } from "@/lib/api/cors";
