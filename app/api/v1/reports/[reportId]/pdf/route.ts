import { route } from "@/lib/api/route";
import { printReport } from "@/lib/reports/operations/print-report";

export const GET = route(printReport);
export { preflight as OPTIONS } from "@/lib/api/cors";
