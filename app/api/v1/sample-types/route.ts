import { route } from "@/lib/api/route";
import { listSampleTypes } from "@/lib/catalogue/operations/list-sample-types";

export const GET = route(listSampleTypes);
export { preflight as OPTIONS } from "@/lib/api/cors";
