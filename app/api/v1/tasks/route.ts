import { route } from "@/lib/api/route";
import { requestTask } from "@/lib/tasks/operations/request-task";

export const POST = route(requestTask);
export { preflight as OPTIONS } from "@/lib/api/cors";
