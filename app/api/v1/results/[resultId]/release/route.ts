import { route } from "@/lib/api/route";
import { releaseResult } from "@/lib/reports/operations/release-result";

export const POST = route(releaseResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
