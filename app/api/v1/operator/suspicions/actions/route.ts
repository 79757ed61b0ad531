import { route } from "@/lib/api/route";
import { actOnSuspicions } from "@/lib/operator/operations/act-on-suspicions";

export const POST = route(actOnSuspicions);
