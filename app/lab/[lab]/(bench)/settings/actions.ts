"use server";

import { action } from "@/lib/api/action";
import { changeSettings as change } from "@/lib/laboratories/operations/change-settings";

export const changeSettings = action(change);
