"use server";

import { enter } from "@/app/identity/enter";
import type { ActionResult } from "@/lib/api/action";
import { acceptInvitationInBrowser } from "@/lib/laboratories/operations/accept-invitation-in-browser";

/** Accepts an invitation and goes in; what is wrong comes back to the form. */
export async function accept(body: unknown): Promise<ActionResult<undefined>> {
  return enter(acceptInvitationInBrowser, body, "/");
}
