import { notFound, Problem } from "@/lib/core/problem";
import { log } from "@/lib/infra/log";

/** SQLSTATEs that our own triggers and constraints raise, and what they say to people. */
const ownStates: Record<string, () => Problem> = {
  LM007: () =>
    new Problem(
      "conflict",
      "Another reference interval of this analyte covers the same people. Change or remove it first.",
    ),
  LM015: () => new Problem("forbidden", "You entered this result, so somebody else has to verify it."),
  LM018: () => new Problem("illegal_move", "A released result is never changed. Amend it instead."),
  LM022: () =>
    new Problem("illegal_move", "A report version never changes. Release a corrected version instead."),
  LM024: () => new Problem("illegal_move", "An issued invoice and its payments never change."),
  LM025: () => new Problem("illegal_move", "The audit trail is never changed."),
};

const states: Record<string, () => Problem> = {
  // foreign key: the id is missing or another laboratory's, which is the same thing
  "23503": () => notFound(),
  "23505": () => new Problem("already_exists", "A record with this number or code exists already."),
  "23P01": () => ownStates.LM007?.() ?? notFound(),
  "40001": () =>
    new Problem("conflict", "Somebody changed this at the same moment. Read it again and retry."),
  "40P01": () =>
    new Problem("conflict", "Somebody changed this at the same moment. Read it again and retry."),
  "55P03": () => new Problem("conflict", "Somebody is changing this now. Try again in a moment."),
  "57014": () => new Problem("unavailable", "This took too long and was stopped. Nothing was changed."),
  "22021": () => new Problem("malformed_request", "The text contains a character that cannot be stored."),
  "22P05": () => new Problem("malformed_request", "The text contains a character that cannot be stored."),
};

const connectionLost = new Set([
  "08000",
  "08003",
  "08006",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
]);

/**
 * The database's refusal in our words; a Problem passes through, anything unknown is "internal".
 * @param requestId by which the log tells what is not told here.
 */
export function databaseProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const state = sqlState(error);
  const made = state ? (ownStates[state] ?? states[state]) : undefined;
  if (made) return made();
  if (state && connectionLost.has(state)) {
    return new Problem(
      "unavailable",
      "The database does not answer for a moment. Nothing was changed; try again.",
    );
  }
  log.error({ requestId, error }, "unexpected failure");
  return new Problem(
    "internal",
    `Something went wrong on our side. Nothing was changed. Try again, or tell us the request id: ${requestId}`,
  );
}

/** PostgreSQL's SQLSTATE, from pg itself or from inside Prisma's error. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  if ("meta" in error && typeof error.meta === "object" && error.meta !== null) {
    const inner = Reflect.get(error.meta, "driverAdapterError");
    const cause = typeof inner === "object" && inner !== null ? Reflect.get(inner, "cause") : null;
    const code = typeof cause === "object" && cause !== null ? Reflect.get(cause, "originalCode") : null;
    if (typeof code === "string") return code;
  }
  if ("cause" in error && typeof error.cause === "object" && error.cause !== null) {
    const code = Reflect.get(error.cause, "originalCode");
    if (typeof code === "string") return code;
  }
  const code = Reflect.get(error, "code");
  if (code === "P2003") return "23503";
  if (code === "P2002") return "23505";
  return typeof code === "string" ? code : null;
}
