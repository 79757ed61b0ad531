import { readSecondFactors } from "@/lib/accounts/operations/read-second-factors";
import { route } from "@/lib/api/route";

export const GET = route(readSecondFactors);
export { preflight as OPTIONS } from "@/lib/api/cors";
