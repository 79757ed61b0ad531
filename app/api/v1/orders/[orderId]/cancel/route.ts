import { route } from "@/lib/api/route";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";

export const POST = route(cancelOrder);
export { preflight as OPTIONS } from "@/lib/api/cors";
