"use server";

import { cookies } from "next/headers";
import { askPasskeyForSecondStep } from "@/lib/accounts/operations/ask-passkey-for-second-step";
import { verifySecondStepInBrowser } from "@/lib/accounts/operations/verify-second-step-in-browser";
import { type ActionResult, action } from "@/lib/api/action";
import { enter, stepCookie } from "../../../enter";

const asked = action(askPasskeyForSecondStep, { refreshes: false });

/** The question for a passkey of whoever's sign-in waits in this browser. */
export async function askForPasskey(): ReturnType<typeof asked> {
  return asked({ body: { mfaToken: await waitingToken() } });
}

/** Finishes the sign-in that waits in this browser, with a code or a passkey, and goes on. */
export async function finishSignIn(
  step: { code: string } | { passkey: unknown },
  next: string,
): Promise<ActionResult<undefined>> {
  return enter(verifySecondStepInBrowser, { ...step, mfaToken: await waitingToken() }, next);
}

async function waitingToken(): Promise<string> {
  return (await cookies()).get(stepCookie)?.value ?? "none";
}
