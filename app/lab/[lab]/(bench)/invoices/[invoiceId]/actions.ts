"use server";

import { action } from "@/lib/api/action";
import { changeInvoice } from "@/lib/billing/operations/change-invoice";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { refundPayment } from "@/lib/billing/operations/refund-payment";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";

export const change = action(changeInvoice);
export const issue = action(issueInvoice);
export const pay = action(recordPayment);
export const refund = action(refundPayment);
export const voidIt = action(voidInvoice);
