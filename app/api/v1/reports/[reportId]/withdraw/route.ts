import { route } from "@/lib/api/route";
import { withdrawReport } from "@/lib/reports/operations/withdraw-report";

export const POST = route(withdrawReport);
export { preflight as OPTIONS } from "@/lib/api/cors";
