import { route } from "@/lib/api/route";
import { storeSample } from "@/lib/samples/operations/store-samples";

export const POST = route(storeSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
