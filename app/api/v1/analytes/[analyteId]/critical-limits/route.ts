import { route } from "@/lib/api/route";
import { readCriticalLimits } from "@/lib/catalogue/operations/read-critical-limits";
import { setCriticalLimits } from "@/lib/catalogue/operations/set-critical-limits";

export const GET = route(readCriticalLimits);
export const PUT = route(setCriticalLimits);
export { preflight as OPTIONS } from "@/lib/api/cors";
