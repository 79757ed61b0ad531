import { route } from "@/lib/api/route";
import { retestResult } from "@/lib/results/operations/retest-result";

export const POST = route(retestResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
