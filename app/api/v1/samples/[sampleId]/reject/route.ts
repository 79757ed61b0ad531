import { route } from "@/lib/api/route";
import { rejectSample } from "@/lib/samples/operations/reject-samples";

export const POST = route(rejectSample);
export { preflight as OPTIONS } from "@/lib/api/cors";
