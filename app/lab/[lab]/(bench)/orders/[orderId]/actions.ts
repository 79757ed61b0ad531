"use server";

import { action } from "@/lib/api/action";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { cancelItem } from "@/lib/orders/operations/cancel-item";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { changeOrder } from "@/lib/orders/operations/change-order";

export const cancel = action(cancelOrder);
export const cancelOne = action(cancelItem);
export const change = action(changeOrder);
// It leads on to the invoice by itself.
export const draftInvoice = action(createInvoice, { refreshes: false });
