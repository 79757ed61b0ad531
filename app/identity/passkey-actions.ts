"use server";

import { askPasskeyToConfirm } from "@/lib/accounts/operations/ask-passkey-to-confirm";
import { askPasskeyToSignIn } from "@/lib/accounts/operations/ask-passkey-to-sign-in";
import { startPasskeySession } from "@/lib/accounts/operations/start-passkey-session";
import { type ActionResult, action } from "@/lib/api/action";
import { enter } from "./enter";

export const askToSignIn = action(askPasskeyToSignIn, { refreshes: false });

export const askToConfirm = action(askPasskeyToConfirm, { refreshes: false });

/** Signs in with a passkey in this browser and goes on. */
export async function signInWithPasskey(proof: unknown, next: string): Promise<ActionResult<undefined>> {
  return enter(startPasskeySession, proof, next);
}
