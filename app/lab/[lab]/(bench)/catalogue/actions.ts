"use server";

import { action } from "@/lib/api/action";
import { addAnalyte } from "@/lib/catalogue/operations/add-analyte";
import { addPanel } from "@/lib/catalogue/operations/add-panel";
import { addReferenceInterval } from "@/lib/catalogue/operations/add-reference-interval";
import { addTest } from "@/lib/catalogue/operations/add-test";
import { changeAnalyte } from "@/lib/catalogue/operations/change-analyte";
import { changePanel } from "@/lib/catalogue/operations/change-panel";
import { changeTest } from "@/lib/catalogue/operations/change-test";
import { listAnalytes } from "@/lib/catalogue/operations/list-analytes";
import { listTests } from "@/lib/catalogue/operations/list-tests";
import { retireAnalyte } from "@/lib/catalogue/operations/retire-analyte";
import { retirePanel } from "@/lib/catalogue/operations/retire-panel";
import { retireReferenceInterval } from "@/lib/catalogue/operations/retire-reference-interval";
import { retireTest } from "@/lib/catalogue/operations/retire-test";
import { setCriticalLimits } from "@/lib/catalogue/operations/set-critical-limits";

// Searches, and forms that lead on by themselves.
const quiet = { refreshes: false };

export const findTests = action(listTests, quiet);
export const findAnalytes = action(listAnalytes, quiet);
export const createTest = action(addTest, quiet);
export const correctTest = action(changeTest, quiet);
export const createPanel = action(addPanel, quiet);
export const correctPanel = action(changePanel, quiet);
export const createAnalyte = action(addAnalyte, quiet);
export const correctAnalyte = action(changeAnalyte, quiet);
export const addInterval = action(addReferenceInterval, quiet);
export const setLimits = action(setCriticalLimits, quiet);
export const endTest = action(retireTest);
export const endPanel = action(retirePanel);
export const endAnalyte = action(retireAnalyte);
export const endInterval = action(retireReferenceInterval);
