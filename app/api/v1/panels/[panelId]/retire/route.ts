import { route } from "@/lib/api/route";
import { retirePanel } from "@/lib/catalogue/operations/retire-panel";

export const POST = route(retirePanel);
export { preflight as OPTIONS } from "@/lib/api/cors";
