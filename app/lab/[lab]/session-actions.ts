"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/accounts/operations/end-session";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { dropCookie, openSession } from "@/lib/api/browser";
import { databaseProblem } from "@/lib/api/database-problems";
import { tryLoad } from "@/lib/api/load";
import { safeNextPath } from "@/lib/core/next-path";
import { reportProblem } from "@/lib/core/problem";

/** Signs in in this browser and goes on; what is wrong comes back to the form. */
export async function signIn(
  given: { identifier?: string | undefined; password: string },
  next: string,
): Promise<ActionResult<undefined>> {
  try {
    await holdOrigin();
    const { identifier, password } = given;
    const started = await tryLoad(startBrowserSession, { body: { identifier, password } });
    if (!started.ok) return { ok: false, problem: reportProblem(started.problem) };
    await openSession(started.value.ticket);
  } catch (error) {
    return { ok: false, problem: reportProblem(databaseProblem(error)) };
  }
  redirect(safeNextPath(next));
}

/** Ends the session on the server, then drops the cookie. */
export async function signOut(): Promise<void> {
  await holdOrigin();
  await tryLoad(endSession);
  await dropCookie();
  redirect("/sign-in");
}
