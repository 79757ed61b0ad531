import { lifecycle } from "@/lib/core/lifecycle";
import type { SampleState } from "@/lib/orders/schema";

export type SampleMove =
  | "collect"
  | "accession"
  | "begin"
  | "complete"
  | "store"
  | "dispose"
  | "reject"
  | "cancel";

/** The life of a sample. `begin` and `complete` follow from its results (`settleSamples`), `cancel` from its order. */
export const sampleLifecycle = lifecycle<SampleState, SampleMove>({
  noun: "sample",
  initial: "expected",
  states: {
    expected: { label: "Expected" },
    collected: { label: "Collected" },
    accessioned: { label: "Accessioned" },
    in_process: { label: "In process" },
    completed: { label: "Completed" },
    stored: { label: "Stored" },
    disposed: { label: "Disposed of" },
    rejected: { label: "Rejected" },
    cancelled: { label: "Cancelled" },
  },
  moves: {
    collect: { label: "Collected", from: ["expected"], to: "collected" },
    accession: {
      label: "Accessioned",
      from: ["expected", "collected"],
      to: "accessioned",
      needs: "When it was collected, or the statement that this was not recorded.",
    },
    begin: { label: "Begun", from: ["accessioned"], to: "in_process", needs: "A value that was entered." },
    complete: {
      label: "Completed",
      from: ["accessioned", "in_process"],
      to: "completed",
      needs: "No result that is neither released nor cancelled.",
    },
    store: { label: "Stored", from: ["completed"], to: "stored" },
    dispose: { label: "Disposed of", from: ["stored"], to: "disposed" },
    reject: {
      label: "Rejected",
      from: ["expected", "collected", "accessioned", "in_process", "completed"],
      to: "rejected",
      needs: "A reason from the list. What is unreleased reopens on a recollection.",
    },
    cancel: {
      label: "Cancelled",
      from: ["expected", "collected"],
      to: "cancelled",
      needs: "Nothing left to be measured in it.",
    },
  },
});
