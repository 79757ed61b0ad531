import { file } from "@/lib/api/file";
import { printInvoice } from "@/lib/billing/operations/print-invoice";

export const GET = file(printInvoice, "invoiceId");
