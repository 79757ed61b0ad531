"use server";

import { refresh } from "next/cache";
import { addPasskeyInBrowser } from "@/lib/accounts/operations/add-passkey-in-browser";
import { confirmTotpInBrowser } from "@/lib/accounts/operations/confirm-totp-in-browser";
import { enrolTotp } from "@/lib/accounts/operations/enrol-totp";
import { orderPasskey as order } from "@/lib/accounts/operations/order-passkey";
import { removePasskey as removeKey } from "@/lib/accounts/operations/remove-passkey";
import { removeTotp as removeApp } from "@/lib/accounts/operations/remove-totp";
import { renamePasskey as rename } from "@/lib/accounts/operations/rename-passkey";
import { renewRecoveryCodes as renew } from "@/lib/accounts/operations/renew-recovery-codes";
import { type ActionResult, action } from "@/lib/api/action";
import { openSession } from "@/lib/api/browser";
import { failedAction } from "@/lib/api/failed-action";
import type { RawInput } from "@/lib/api/input";

export const beginTotp = action(enrolTotp, { refreshes: false });
export const removeTotp = action(removeApp);
export const renewCodes = action(renew);
export const orderPasskey = action(order, { refreshes: false });
export const renamePasskey = action(rename);
export const removePasskey = action(removeKey);

type Added = { recoveryCodes: string[] | null };

/** Confirms the app with its first code; the session goes on as another one (S12). */
export async function confirmTotp(input: RawInput): Promise<ActionResult<Added>> {
  return goOn(await action(confirmTotpInBrowser, { refreshes: false })(input));
}

/** Adds what the browser has made; the session goes on as another one (S12). */
export async function addPasskey(input: RawInput): Promise<ActionResult<Added>> {
  return goOn(await action(addPasskeyInBrowser, { refreshes: false })(input));
}

async function goOn(added: ActionResult<Added & { ticket: string }>): Promise<ActionResult<Added>> {
  if (!added.ok) return added;
  const { ticket, recoveryCodes } = added.value;
  try {
    await openSession(ticket);
  } catch (error) {
    return failedAction(error);
  }
  refresh();
  return { ok: true, value: { recoveryCodes } };
}
