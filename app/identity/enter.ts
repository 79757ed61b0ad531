import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { TicketOrWanted } from "@/lib/accounts/schema";
import { type ActionResult, holdOrigin } from "@/lib/api/action";
import { openSession } from "@/lib/api/browser";
import { failedAction } from "@/lib/api/failed-action";
import { tryLoad } from "@/lib/api/load";
import { safeNextPath } from "@/lib/core/next-path";
import { reportProblem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import type { AnyOperation } from "@/lib/infra/operation";

type WayIn = AnyOperation & { output: typeof TicketOrWanted };

/** Names the sign-in that waits for its second factor: of this host, out of scripts' reach, for ten minutes. */
export const stepCookie = env().scheme === "https" ? "__Host-medvuno-step" : "medvuno-step";

const stepOptions = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: env().scheme === "https",
} as const;

/**
 * Goes through one of the ways in, in a browser: opens the session and goes on, or goes on to the second factor.
 * What is wrong comes back to the form.
 */
export async function enter(
  op: WayIn,
  body: unknown,
  next: string | null | undefined,
): Promise<ActionResult<undefined>> {
  let way: string;
  try {
    await holdOrigin();
    const answer = await tryLoad(op, { body });
    if (!answer.ok) return { ok: false, problem: reportProblem(answer.problem) };
    way = await follow(answer.value, safeNextPath(next));
  } catch (error) {
    return failedAction(error);
  }
  redirect(way);
}

/** Where the browser goes from here. */
async function follow(answer: TicketOrWanted, target: string): Promise<string> {
  const jar = await cookies();
  if ("ticket" in answer) {
    await openSession(answer.ticket);
    // With all that it was set with: else a browser keeps a cookie of this prefix (S12).
    jar.set(stepCookie, "", { ...stepOptions, maxAge: 0 });
    return answer.wantsPassword ? "/register/password" : target;
  }
  jar.set(stepCookie, answer.mfaToken, { ...stepOptions, maxAge: 600 });
  return `/sign-in/second-step?next=${encodeURIComponent(target)}`;
}
