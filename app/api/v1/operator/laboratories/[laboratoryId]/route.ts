import { route } from "@/lib/api/route";
import { openLaboratory } from "@/lib/operator/operations/open-laboratory";

export const GET = route(openLaboratory);
