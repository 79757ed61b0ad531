"use server";

import { enter } from "@/app/identity/enter";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { signInByCodeInBrowser } from "@/lib/accounts/operations/sign-in-by-code";
import { type ActionResult, action } from "@/lib/api/action";

export const requestCode = action(requestSignInCode, { refreshes: false });

export async function signInByCode(
  email: string,
  code: string,
  next: string,
): Promise<ActionResult<undefined>> {
  return enter(signInByCodeInBrowser, { email, code }, next);
}
