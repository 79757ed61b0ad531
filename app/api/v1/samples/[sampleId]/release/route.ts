import { route } from "@/lib/api/route";
import { releaseSample } from "@/lib/reports/operations/release-samples";

export const POST = route(releaseSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
