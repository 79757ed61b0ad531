import { route } from "@/lib/api/route";
import { openSample } from "@/lib/samples/operations/open-sample";

export const GET = route(openSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
