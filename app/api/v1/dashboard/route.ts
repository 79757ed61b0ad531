import { route } from "@/lib/api/route";
import { openDashboard } from "@/lib/dashboard/operations/open-dashboard";

export const GET = route(openDashboard);
export { preflight as OPTIONS } from "@/lib/api/cors";
