import { route } from "@/lib/api/route";
import { releaseOrder } from "@/lib/reports/operations/release-order";

export const POST = route(releaseOrder);
export { preflight as OPTIONS } from "@/lib/api/cors";
