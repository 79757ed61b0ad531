import { route } from "@/lib/api/route";
import { verifyResult } from "@/lib/results/operations/verify-result";

export const POST = route(verifyResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
