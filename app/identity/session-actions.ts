"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/accounts/operations/end-session";
import { logoutAll } from "@/lib/accounts/operations/logout-all";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { dropCookie } from "@/lib/api/browser";
import { tryLoad } from "@/lib/api/load";
import { reportProblem } from "@/lib/core/problem";
import { enter } from "./enter";

/** Signs in in this browser and goes on; what is wrong comes back to the form. */
export async function signIn(
  given: { identifier?: string | undefined; password: string },
  next: string,
): Promise<ActionResult<undefined>> {
  const { identifier, password } = given;
  return enter(startBrowserSession, { identifier, password }, next);
}

/** Ends the session on the server, then drops the cookie. */
export async function signOut(): Promise<void> {
  await holdOrigin();
  await tryLoad(endSession);
  await dropCookie();
  redirect("/sign-in");
}

/** Ends every session of the account, this one too; the page then leads to the door. */
export async function signOutEverywhere(): Promise<ActionResult<undefined>> {
  await holdOrigin();
  const ended = await tryLoad(logoutAll, { body: {} });
  if (!ended.ok) return { ok: false, problem: reportProblem(ended.problem) };
  await dropCookie();
  return { ok: true, value: undefined };
}
