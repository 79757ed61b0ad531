"use server";

import { action } from "@/lib/api/action";
import { listPanels } from "@/lib/catalogue/operations/list-panels";
import { listTests } from "@/lib/catalogue/operations/list-tests";
import { setPrice as set } from "@/lib/catalogue/operations/set-price";

// A row keeps its own state while it is edited; a price of something new brings a new row.
export const setPrice = action(set, { refreshes: false });
export const addPrice = action(set);
export const findTests = action(listTests, { refreshes: false });
export const findPanels = action(listPanels, { refreshes: false });
