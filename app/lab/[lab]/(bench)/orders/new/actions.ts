"use server";

import { action } from "@/lib/api/action";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import { findOrderables } from "@/lib/orders/operations/find-orderables";
import { findPatientsToOrderFor } from "@/lib/orders/operations/find-patients-to-order-for";
import { placeOrder } from "@/lib/orders/operations/place-order";

const onlyAsks = { refreshes: false };

export const findItems = action(findOrderables, onlyAsks);
export const findPatients = action(findPatientsToOrderFor, onlyAsks);
export const findProviders = action(listProviders, onlyAsks);
// The form leads on to the order by itself.
export const place = action(placeOrder, onlyAsks);
