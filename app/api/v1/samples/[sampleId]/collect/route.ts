import { route } from "@/lib/api/route";
import { collectSample } from "@/lib/samples/operations/collect-samples";

export const POST = route(collectSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
