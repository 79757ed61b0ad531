import { route } from "@/lib/api/route";
import { openResult } from "@/lib/results/operations/open-result";

export const GET = route(openResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
