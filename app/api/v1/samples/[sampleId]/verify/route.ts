import { route } from "@/lib/api/route";
import { verifyResults } from "@/lib/results/operations/verify-results";

export const POST = route(verifyResults);
export { preflight as OPTIONS } from "@/lib/api/cors";
