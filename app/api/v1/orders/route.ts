import { route } from "@/lib/api/route";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { placeOrder } from "@/lib/orders/operations/place-order";

export const GET = route(listOrders);
export const POST = route(placeOrder);
export { preflight as OPTIONS } from "@/lib/api/cors";
