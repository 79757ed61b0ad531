import { route } from "@/lib/api/route";
import { recordPayment } from "@/lib/billing/operations/record-payment";

export const POST = route(recordPayment);
export { preflight as OPTIONS } from "@/lib/api/cors";
