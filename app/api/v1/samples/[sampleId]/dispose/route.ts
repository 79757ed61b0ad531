import { route } from "@/lib/api/route";
import { disposeOfSample } from "@/lib/samples/operations/dispose-of-samples";

export const POST = route(disposeOfSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
