import { listSuspicions } from "@/lib/accounts/operations/list-suspicions";
import { route } from "@/lib/api/route";

export const GET = route(listSuspicions);
export { preflight as OPTIONS } from "@/lib/api/cors";
