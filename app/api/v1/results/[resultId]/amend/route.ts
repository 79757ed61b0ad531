import { route } from "@/lib/api/route";
import { amendResult } from "@/lib/results/operations/amend-result";

export const POST = route(amendResult);
export { preflight as OPTIONS } from "@/lib/api/cors";
