"use server";

import { lockScreen } from "@/lib/accounts/operations/lock-screen";
import { stayAwake } from "@/lib/accounts/operations/stay-awake";
import { unlockScreen } from "@/lib/accounts/operations/unlock-screen";
import { action } from "@/lib/api/action";

// The page behind the lock stays as it is: none of these draws it anew.

export const lock = action(lockScreen, { refreshes: false });

export const unlock = action(unlockScreen, { refreshes: false });

export const stay = action(stayAwake, { refreshes: false });
