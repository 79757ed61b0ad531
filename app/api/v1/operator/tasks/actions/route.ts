import { route } from "@/lib/api/route";
import { actOnTasks } from "@/lib/operator/operations/act-on-tasks";

export const POST = route(actOnTasks);
