import { route } from "@/lib/api/route";
import { cancelTask } from "@/lib/tasks/operations/cancel-task";

export const POST = route(cancelTask);
export { preflight as OPTIONS } from "@/lib/api/cors";
