"use server";

import { redirect } from "next/navigation";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { type ActionResult, action } from "@/lib/api/action";

const setByLink = action(resetByLink, { refreshes: false });
const setByCode = action(resetByCode, { refreshes: false });

/** Sets the password; nobody is signed in by it. */
export async function byLink(body: unknown): Promise<ActionResult<undefined>> {
  return goOn(await setByLink({ body }));
}

export async function byCode(body: unknown): Promise<ActionResult<undefined>> {
  return goOn(await setByCode({ body }));
}

function goOn(answer: ActionResult<undefined>): ActionResult<undefined> {
  if (!answer.ok) return answer;
  redirect("/reset-password/complete");
}
