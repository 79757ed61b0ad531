import { route } from "@/lib/api/route";
import { refundPayment } from "@/lib/billing/operations/refund-payment";

export const POST = route(refundPayment);
export { preflight as OPTIONS } from "@/lib/api/cors";
