"use server";

import { redirect } from "next/navigation";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { openSession } from "@/lib/api/browser";
import { databaseProblem } from "@/lib/api/database-problems";
import { tryLoad } from "@/lib/api/load";
import { reportProblem } from "@/lib/core/problem";
import { acceptInvitationInBrowser } from "@/lib/laboratories/operations/accept-invitation-in-browser";

/** Accepts an invitation and goes in; what is wrong comes back to the form. */
export async function accept(body: unknown): Promise<ActionResult<undefined>> {
  try {
    await holdOrigin();
    const accepted = await tryLoad(acceptInvitationInBrowser, { body });
    if (!accepted.ok) return { ok: false, problem: reportProblem(accepted.problem) };
    await openSession(accepted.value.ticket);
  } catch (error) {
    return { ok: false, problem: reportProblem(databaseProblem(error)) };
  }
  redirect("/");
}
