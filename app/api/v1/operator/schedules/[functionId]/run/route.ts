import { route } from "@/lib/api/route";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";

export const POST = route(runScheduleNow);
export { preflight as OPTIONS } from "@/lib/api/cors";
