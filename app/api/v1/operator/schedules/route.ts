import { route } from "@/lib/api/route";
import { listSchedules } from "@/lib/tasks/operations/list-schedules";

export const GET = route(listSchedules);
export { preflight as OPTIONS } from "@/lib/api/cors";
