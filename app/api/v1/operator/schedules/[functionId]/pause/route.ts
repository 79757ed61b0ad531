import { route } from "@/lib/api/route";
import { pauseSchedule } from "@/lib/tasks/operations/pause-schedule";

export const POST = route(pauseSchedule);
export { preflight as OPTIONS } from "@/lib/api/cors";
