import { lifecycle } from "@/lib/core/lifecycle";
import type { ResultState } from "@/lib/orders/schema";

export type ResultMove =
  | "enter"
  | "correct"
  | "verify"
  | "release"
  | "retest"
  | "cancel"
  | "amend"
  | "withdraw";

/**
 * The life of a result. "Superseded" is no state: a released result is superseded when the amendment of it is
 * released, and stays as it was. A retest or a rejected sample makes a result `replaced`; its successor begins
 * at `pending`. An amendment is a new result that begins at `entered`.
 */
export const resultLifecycle = lifecycle<ResultState, ResultMove>({
  noun: "result",
  initial: "pending",
  states: {
    pending: { label: "Pending" },
    entered: { label: "Entered" },
    verified: { label: "Verified" },
    released: { label: "Released" },
    replaced: { label: "Replaced" },
    cancelled: { label: "Cancelled" },
    withdrawn: { label: "Withdrawn" },
  },
  moves: {
    enter: {
      label: "Entered",
      from: ["pending"],
      to: "entered",
      needs: "A value its analyte can have, and a sample that has arrived at the bench.",
    },
    correct: {
      label: "Corrected",
      from: ["entered"],
      to: "entered",
      needs: "A value its analyte can have; the one before stays in the history.",
    },
    verify: {
      label: "Verified",
      from: ["entered"],
      to: "verified",
      needs: "Another person than the one who entered or last changed it.",
    },
    release: {
      label: "Released",
      from: ["verified"],
      to: "released",
      needs: "Nothing else of the order unreleased, or the word preliminary.",
    },
    retest: {
      label: "Measured again",
      from: ["entered", "verified"],
      to: "replaced",
      needs: "A reason; a linked pending result takes its place.",
    },
    cancel: {
      label: "Cancelled",
      from: ["pending", "entered", "verified"],
      to: "cancelled",
      needs: "A reason.",
    },
    amend: {
      label: "Amended",
      from: ["released"],
      to: "released",
      needs: "A reason, and no other amendment of it; a new version begins at entered.",
    },
    withdraw: {
      label: "Withdrawn",
      from: ["released"],
      to: "withdrawn",
      needs: "The withdrawal of its report.",
    },
  },
});
