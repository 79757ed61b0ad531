import { route } from "@/lib/api/route";
import { changeOrder } from "@/lib/orders/operations/change-order";
import { openOrder } from "@/lib/orders/operations/open-order";

export const GET = route(openOrder);
export const PATCH = route(changeOrder);
export { preflight as OPTIONS } from "@/lib/api/cors";
