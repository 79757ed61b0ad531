import { route } from "@/lib/api/route";
import { listCriticalNotifications } from "@/lib/results/operations/list-critical-notifications";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";

export const GET = route(listCriticalNotifications);
export const POST = route(recordCriticalNotification);
export { preflight as OPTIONS } from "@/lib/api/cors";
