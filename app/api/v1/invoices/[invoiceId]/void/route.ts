import { route } from "@/lib/api/route";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";

export const POST = route(voidInvoice);
export { preflight as OPTIONS } from "@/lib/api/cors";
