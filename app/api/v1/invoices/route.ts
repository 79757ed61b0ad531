import { route } from "@/lib/api/route";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";

export const GET = route(listInvoices);
export const POST = route(createInvoice);
export { preflight as OPTIONS } from "@/lib/api/cors";
