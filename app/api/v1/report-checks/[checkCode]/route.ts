import { route } from "@/lib/api/route";
import { checkReport } from "@/lib/reports/operations/check-report";

export const GET = route(checkReport);
export { preflight as OPTIONS } from "@/lib/api/cors";
