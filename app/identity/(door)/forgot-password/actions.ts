"use server";

import { redirect } from "next/navigation";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { type ActionResult, action } from "@/lib/api/action";

const request = action(requestPasswordReset, { refreshes: false });

/** Whoever asked goes on to the same page, whether or not a mail was sent (S16). */
export async function requestReset(body: unknown): Promise<ActionResult<undefined>> {
  const answer = await request({ body });
  if (!answer.ok) return answer;
  redirect("/forgot-password/sent");
}
