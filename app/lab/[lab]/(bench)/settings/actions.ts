"use server";

import { action } from "@/lib/api/action";
import { changeSettings as change } from "@/lib/laboratories/operations/change-settings";
import { removeLogo as removeLaboratoryLogo } from "@/lib/laboratories/operations/remove-logo";
import { setLogo as setLaboratoryLogo } from "@/lib/laboratories/operations/set-logo";

export const changeSettings = action(change);
export const setLogo = action(setLaboratoryLogo);
export const removeLogo = action(removeLaboratoryLogo);
