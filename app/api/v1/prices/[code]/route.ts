import { route } from "@/lib/api/route";
import { setPrice } from "@/lib/catalogue/operations/set-price";

export const PUT = route(setPrice);
export { preflight as OPTIONS } from "@/lib/api/cors";
