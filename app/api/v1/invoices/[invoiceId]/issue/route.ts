import { route } from "@/lib/api/route";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";

export const POST = route(issueInvoice);
export { preflight as OPTIONS } from "@/lib/api/cors";
