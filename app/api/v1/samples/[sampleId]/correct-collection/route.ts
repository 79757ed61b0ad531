import { route } from "@/lib/api/route";
import { correctCollection } from "@/lib/samples/operations/correct-collection";

export const POST = route(correctCollection);
export { preflight as OPTIONS } from "@/lib/api/cors";
