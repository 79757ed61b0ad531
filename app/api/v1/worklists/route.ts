import { route } from "@/lib/api/route";
import { listWorklist } from "@/lib/results/operations/list-worklist";

export const GET = route(listWorklist);
export { preflight as OPTIONS } from "@/lib/api/cors";
