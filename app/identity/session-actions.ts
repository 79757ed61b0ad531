"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/accounts/operations/end-session";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { dropCookie } from "@/lib/api/browser";
import { tryLoad } from "@/lib/api/load";
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
