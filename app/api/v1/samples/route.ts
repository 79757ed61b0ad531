import { route } from "@/lib/api/route";
import { listSamples } from "@/lib/samples/operations/list-samples";

export const GET = route(listSamples);
export { preflight as OPTIONS } from "@/lib/api/cors";
