import { fact } from "@/lib/core/events";

export const invoiceIssued = fact("invoice.issued", "invoiceId");
export const invoicePaid = fact("invoice.paid", "invoiceId");
