"use server";

import { action } from "@/lib/api/action";
import { addProvider } from "@/lib/laboratories/operations/add-provider";
import { changeProvider } from "@/lib/laboratories/operations/change-provider";
import { retireProvider } from "@/lib/laboratories/operations/retire-provider";

// The form leads on by itself.
export const add = action(addProvider, { refreshes: false });
export const change = action(changeProvider);
export const retire = action(retireProvider);
