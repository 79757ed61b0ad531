import { route } from "@/lib/api/route";
import { actOnSamples } from "@/lib/reports/operations/act-on-samples";

export const POST = route(actOnSamples);
export { preflight as OPTIONS } from "@/lib/api/cors";
