"use server";

import { endOtherSession } from "@/lib/accounts/operations/end-other-session";
import { forgetDevice as forget } from "@/lib/accounts/operations/forget-device";
import { action } from "@/lib/api/action";

export const endSession = action(endOtherSession);
export const forgetDevice = action(forget);
