import { route } from "@/lib/api/route";
import { listPrices } from "@/lib/catalogue/operations/list-prices";

export const GET = route(listPrices);
export { preflight as OPTIONS } from "@/lib/api/cors";
