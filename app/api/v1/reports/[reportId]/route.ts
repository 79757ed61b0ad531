import { route } from "@/lib/api/route";
import { openReport } from "@/lib/reports/operations/open-report";

export const GET = route(openReport);
export { preflight as OPTIONS } from "@/lib/api/cors";
