import { route } from "@/lib/api/route";
import { resumeSchedule } from "@/lib/tasks/operations/resume-schedule";

export const POST = route(resumeSchedule);
export { preflight as OPTIONS } from "@/lib/api/cors";
