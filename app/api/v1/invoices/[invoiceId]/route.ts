import { route } from "@/lib/api/route";
import { changeInvoice } from "@/lib/billing/operations/change-invoice";
import { openInvoice } from "@/lib/billing/operations/open-invoice";

export const GET = route(openInvoice);
export const PATCH = route(changeInvoice);
export { preflight as OPTIONS } from "@/lib/api/cors";
