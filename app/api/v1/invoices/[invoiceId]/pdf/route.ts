import { route } from "@/lib/api/route";
import { printInvoice } from "@/lib/billing/operations/print-invoice";

export const GET = route(printInvoice);
export { preflight as OPTIONS } from "@/lib/api/cors";
