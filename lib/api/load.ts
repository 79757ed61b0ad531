import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { isLocked, Problem } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import type { RawInput } from "./input";
import { pageActor } from "./page-actor";
import { perform } from "./perform";
import { requestIdOf } from "./request-id";

type LoadInput = Pick<RawInput, "params" | "query" | "body">;

/**
 * The page door: one operation, one transaction, one audit event. A page that may not be seen becomes the
 * page that says so; a person who is not signed in is asked to, and comes back.
 */
export async function load<Op extends AnyOperation>(
  op: Op,
  input: LoadInput = {},
): Promise<z.output<Op["output"]>> {
  const loaded = await tryLoad(op, input);
  if (loaded.ok) return loaded.value;
  return await leave(loaded.problem);
}

/** As `load`, for a page that says itself what is wrong with what was asked. */
export async function tryLoad<Op extends AnyOperation>(
  op: Op,
  input: LoadInput = {},
): Promise<{ ok: true; value: z.output<Op["output"]> } | { ok: false; problem: Problem }> {
  try {
    const { body } = await perform(op, await pageActor(), input);
    // `perform` answers with the operation's own output.
    return { ok: true, value: body as z.output<Op["output"]> };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error };
    throw error;
  }
}

async function leave(problem: Problem): Promise<never> {
  if (problem.code === "not_found") notFound();
  if (problem.code === "forbidden") forbidden();
  if (problem.code === "unauthenticated" || problem.code === "session_ended") {
    redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
  }
  if (problem.code === "reauthentication_required") {
    const page = isLocked(problem) ? "/sign-in/locked" : "/confirm-identity";
    redirect(`${page}?next=${encodeURIComponent(await currentPath())}`);
  }
  // Next tells the page this much of an error: by it, what nobody foresaw is found in the log.
  throw Object.assign(problem, { digest: requestIdOf(await headers()) });
}

/** The path as the browser shows it, put there by the middleware. */
export async function currentPath(): Promise<string> {
  return (await headers()).get("x-medvuno-path") ?? "/";
}
