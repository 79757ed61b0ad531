import { route } from "@/lib/api/route";
import { listTasks } from "@/lib/tasks/operations/list-tasks";

export const GET = route(listTasks);
export { preflight as OPTIONS } from "@/lib/api/cors";
