import { route } from "@/lib/api/route";
import { suspendLaboratory } from "@/lib/operator/operations/suspend-laboratory";

export const POST = route(suspendLaboratory);
