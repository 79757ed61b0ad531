import { route } from "@/lib/api/route";
import { cancelResult } from "@/lib/results/operations/cancel-result";

export const POST = route(cancelResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
