"use server";

import { action } from "@/lib/api/action";
import { actOnAccounts } from "@/lib/operator/operations/act-on-accounts";
import { disableAccount } from "@/lib/operator/operations/disable-account";
import { enableAccount } from "@/lib/operator/operations/enable-account";
import { endAccountSessions } from "@/lib/operator/operations/end-account-sessions";
import { lockAccount } from "@/lib/operator/operations/lock-account";
import { restoreEmail as restore } from "@/lib/operator/operations/restore-email";
import { unlockAccount } from "@/lib/operator/operations/unlock-account";

export const act = action(actOnAccounts);
export const lock = action(lockAccount);
export const unlock = action(unlockAccount);
export const disable = action(disableAccount);
export const enable = action(enableAccount);
export const restoreEmail = action(restore);
export const endSessions = action(endAccountSessions);
