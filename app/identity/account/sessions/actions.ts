"use server";

import { endOtherSession } from "@/lib/accounts/operations/end-other-session";
import { action } from "@/lib/api/action";

export const endSession = action(endOtherSession);
