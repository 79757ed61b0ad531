"use server";

import { enter } from "@/app/identity/enter";
import { confirmByLinkInBrowser } from "@/lib/accounts/operations/confirm-in-browser";
import type { ActionResult } from "@/lib/api/action";

/** The account exists from here on, and its owner is signed in. */
export async function confirmLink(token: string): Promise<ActionResult<undefined>> {
  return enter(confirmByLinkInBrowser, { token }, "/account");
}
