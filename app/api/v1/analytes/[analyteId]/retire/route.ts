import { route } from "@/lib/api/route";
import { retireAnalyte } from "@/lib/catalogue/operations/retire-analyte";

export const POST = route(retireAnalyte);
export { preflight as OPTIONS } from "@/lib/api/cors";
