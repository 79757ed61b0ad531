import { route } from "@/lib/api/route";
import { retryTask } from "@/lib/tasks/operations/retry-task";

export const POST = route(retryTask);
export { preflight as OPTIONS } from "@/lib/api/cors";
