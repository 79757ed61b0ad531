import { route } from "@/lib/api/route";
import { cancelItem } from "@/lib/orders/operations/cancel-item";

export const POST = route(cancelItem);
export { preflight as OPTIONS } from "@/lib/api/cors";
