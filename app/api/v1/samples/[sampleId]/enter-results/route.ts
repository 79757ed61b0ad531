import { route } from "@/lib/api/route";
import { enterResults } from "@/lib/results/operations/enter-results";

export const POST = route(enterResults);
export { preflight as OPTIONS } from "@/lib/api/cors";
