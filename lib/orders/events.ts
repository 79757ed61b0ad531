import { fact } from "@/lib/core/events";

export const orderPlaced = fact("order.placed", "orderId");

/** Items of an order that still stand may cost something else now: read them again. */
export const orderItemCancelled = fact("order_item.cancelled", "orderId", "itemId");

export const orderCancelled = fact("order.cancelled", "orderId");

/** What unreleased results are judged by has changed (R6a). */
export const orderPregnancyCorrected = fact("order.pregnancy_corrected", "orderId");
