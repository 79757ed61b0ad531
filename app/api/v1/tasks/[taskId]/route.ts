import { route } from "@/lib/api/route";
import { openTask } from "@/lib/tasks/operations/open-task";

export const GET = route(openTask);
export { preflight as OPTIONS } from "@/lib/api/cors";
