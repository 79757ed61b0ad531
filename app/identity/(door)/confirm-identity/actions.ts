"use server";

import { redirect } from "next/navigation";
import { confirmIdentityInBrowser } from "@/lib/accounts/operations/confirm-identity-in-browser";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { openSession } from "@/lib/api/browser";
import { failedAction } from "@/lib/api/failed-action";
import { tryLoad } from "@/lib/api/load";
import { safeNextPath } from "@/lib/core/next-path";
import { reportProblem } from "@/lib/core/problem";

/** Proves the person again and goes on; a session that has seen more than before is another one (S12). */
export async function confirmIdentity(body: unknown, next: string): Promise<ActionResult<undefined>> {
  try {
    await holdOrigin();
    const answer = await tryLoad(confirmIdentityInBrowser, { body });
    if (!answer.ok) return { ok: false, problem: reportProblem(answer.problem) };
    if (answer.value.ticket !== null) await openSession(answer.value.ticket);
  } catch (error) {
    return failedAction(error);
  }
  redirect(safeNextPath(next));
}
