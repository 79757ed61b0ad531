import { route } from "@/lib/api/route";
import { confirmLaboratory } from "@/lib/laboratories/operations/confirm-laboratory";

export const POST = route(confirmLaboratory);
export { preflight as OPTIONS } from "@/lib/api/cors";
