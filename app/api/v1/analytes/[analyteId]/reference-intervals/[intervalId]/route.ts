import { route } from "@/lib/api/route";
import { retireReferenceInterval } from "@/lib/catalogue/operations/retire-reference-interval";

export const DELETE = route(retireReferenceInterval);
export { preflight as OPTIONS } from "@/lib/api/cors";
