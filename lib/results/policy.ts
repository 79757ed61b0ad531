import { Problem } from "@/lib/core/problem";
import type { ResultState, SampleState } from "@/lib/orders/schema";

/** Who is about to verify: nobody's name for a key or a job. */
export type Verifier = { memberId: string | null; allowsSelfVerification: boolean };

/**
 * Why this person does not verify a result (R15), in the words that stand in the button's place; null when they
 * may. The person who entered or last changed it is not a second pair of eyes.
 */
export function whyNotVerify(
  { enteredById }: { enteredById: string | null },
  { memberId, allowsSelfVerification }: Verifier,
): string | null {
  if (memberId === null) return "done in person";
  if (enteredById === memberId && !allowsSelfVerification) return "entered by you";
  return null;
}

const ARRIVED: readonly SampleState[] = ["accessioned", "in_process", "completed", "stored", "disposed"];

const NOT_ARRIVED: Partial<Record<SampleState, string>> = {
  expected: "This sample is still expected",
  collected: "This sample has not arrived at the bench yet",
  rejected: "This sample was rejected",
  cancelled: "This sample is cancelled",
};

/** Why no value can be entered for a sample (R11), or null. */
export function whyNotEnter(state: SampleState): string | null {
  if (ARRIVED.includes(state)) return null;
  const what = NOT_ARRIVED[state] ?? "This sample is not at the bench";
  return state === "rejected" || state === "cancelled"
    ? `${what}: its values cannot be entered. Look for the one that stands in for it.`
    : `${what}: accession it first, then enter its values.`;
}

/** What of an order would stay behind when the rest is released. */
export type Missing = {
  resultId: string;
  analyteCode: string;
  analyteName: string;
  testName: string;
  state: "pending" | "entered" | "verified";
};

const NOT_YET = { pending: "not entered", entered: "not verified", verified: "not among those to release" };

const NAMED_MAX = 6;

/** "sodium is not verified, potassium is not entered, and 3 more": what a release still waits for (R17). */
export function missingInWords(missing: readonly Missing[]): string {
  const named = missing.slice(0, NAMED_MAX).map((each) => `${each.analyteName} is ${NOT_YET[each.state]}`);
  const more = missing.length - named.length;
  return more > 0 ? `${named.join(", ")}, and ${more} more` : named.join(", ");
}

/** A release that would leave something behind says so, or is refused (R17). */
export function releaseProblem(missing: readonly Missing[], isPreliminary: boolean): Problem | null {
  if (missing.length === 0 || isPreliminary) return null;
  return new Problem(
    "illegal_move",
    `Cannot release a final report yet: ${missingInWords(missing)}. Wait for them, or release as preliminary.`,
    { members: { missing } },
  );
}

/** Why a result cannot be amended (R18), or null. */
export function whyNotAmend(result: {
  state: ResultState;
  isSuperseded: boolean;
  openAmendmentId: string | null;
}): string | null {
  if (result.state !== "released") {
    return `Only a released result is amended; this one is ${result.state}. ${
      result.state === "entered" ? "Correct it where it was entered." : "Ask for it to be measured again."
    }`;
  }
  if (result.isSuperseded) return "This version is superseded. Amend the one that took its place.";
  if (result.openAmendmentId)
    return "An amendment of this result is open already. Finish or cancel that one.";
  return null;
}

/** Why no call can be recorded for a result (R19), or null. */
export function whyNotNotify({ state, flag }: { state: ResultState; flag: string | null }): string | null {
  if (flag !== "LL" && flag !== "HH") return "This value is not critical: there is no call to record for it.";
  if (state === "entered" || state === "verified" || state === "released") return null;
  return `This result is ${state}: there is no call to record for it.`;
}
