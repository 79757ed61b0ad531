import { listSessions } from "@/lib/accounts/operations/list-sessions";
import { route } from "@/lib/api/route";

export const GET = route(listSessions);
export { preflight as OPTIONS } from "@/lib/api/cors";
