import { route } from "@/lib/api/route";
import { accessionSample } from "@/lib/samples/operations/accession-samples";

export const POST = route(accessionSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
