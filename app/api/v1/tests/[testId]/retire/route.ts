import { route } from "@/lib/api/route";
import { retireTest } from "@/lib/catalogue/operations/retire-test";

export const POST = route(retireTest);
export { preflight as OPTIONS } from "@/lib/api/cors";
