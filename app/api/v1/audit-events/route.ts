import { route } from "@/lib/api/route";
import { listAuditEvents } from "@/lib/audit/operations/list-audit-events";

export const GET = route(listAuditEvents);
export { preflight as OPTIONS } from "@/lib/api/cors";
