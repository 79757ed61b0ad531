import { route } from "@/lib/api/route";
import { listResults } from "@/lib/results/operations/list-results";

export const GET = route(listResults);
export { preflight as OPTIONS } from "@/lib/api/cors";
