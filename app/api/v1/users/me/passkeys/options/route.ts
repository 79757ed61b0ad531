import { orderPasskey } from "@/lib/accounts/operations/order-passkey";
import { route } from "@/lib/api/route";

export const POST = route(orderPasskey);
export { preflight as OPTIONS } from "@/lib/api/cors";
