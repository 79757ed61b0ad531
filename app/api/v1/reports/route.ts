import { route } from "@/lib/api/route";
import { listReports } from "@/lib/reports/operations/list-reports";

export const GET = route(listReports);
export { preflight as OPTIONS } from "@/lib/api/cors";
