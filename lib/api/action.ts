import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Problem, type ProblemReport, reportProblem } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import { readOrigin } from "./door";
import { failedAction } from "./failed-action";
import type { RawInput } from "./input";
import { actingActor } from "./page-actor";
import { perform } from "./perform";

export type ActionResult<T> = { ok: true; value: T } | { ok: false; problem: ProblemReport };

/**
 * The form door: an operation as a server action.
 * @param options.refreshes whether the page is rendered anew with the answer; off for what keeps its own state.
 */
export function action<Op extends AnyOperation>(
  op: Op,
  { refreshes = true }: { refreshes?: boolean } = {},
): (input: RawInput) => Promise<ActionResult<z.output<Op["output"]>>> {
  return async (input) => {
    let actor: Actor | undefined;
    try {
      await holdOrigin();
      actor = await actingActor();
      const { body } = await perform(op, actor, onlyInput(input));
      if (refreshes) refresh();
      // `perform` answers with the operation's own output.
      return { ok: true, value: body as z.output<Op["output"]> };
    } catch (error) {
      const failed = await failedAction(error);
      const isSignedOut = failed.problem.code === "unauthenticated" && actor?.account === null && !isOpen(op);
      return isSignedOut ? { ok: false, problem: reportProblem(signedOut()) } : failed;
    }
  };
}

const isOpen = ({ permission }: AnyOperation) =>
  typeof permission === "object" && permission.who === "anyone";

/** Whoever has a page of ours open was signed in when it was made. */
function signedOut(): Problem {
  return new Problem(
    "session_ended",
    "You are signed out. Sign in again in another tab, then repeat this here: what you typed stays.",
  );
}

/** What a client sends is not to be believed, its shape neither. */
function onlyInput(input: unknown): RawInput {
  if (typeof input !== "object" || input === null) return {};
  const { params, query, body, idempotencyKey, ifMatch } = input as Record<string, unknown>;
  return {
    params,
    query,
    body,
    idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey.slice(0, 200) : null,
    ifMatch: typeof ifMatch === "number" ? ifMatch : null,
  };
}

/**
 * Only a page of this very host may act here (S20). Next itself lets a missing Origin pass, and compares it
 * with a forwarded host that anybody can write.
 * @throws Problem "forbidden"
 */
export async function holdOrigin(): Promise<void> {
  const given = await headers();
  const { from } = readOrigin(given);
  if (given.get("origin") !== from.origin) {
    throw new Problem(
      "forbidden",
      "This came from another site and was not done. Open the page and try again.",
    );
  }
}
