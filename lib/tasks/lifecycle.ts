import { lifecycle } from "@/lib/core/lifecycle";
import type { TaskState } from "./schema";

/** The life of a task. Carriers move it, but for asking again and revoking, which operators do. */
export const taskLifecycle = lifecycle<
  TaskState,
  "start" | "succeed" | "fail" | "postpone" | "revoke" | "ask_again"
>({
  noun: "task",
  initial: "PENDING",
  states: {
    PENDING: { label: "Waiting" },
    STARTED: { label: "At work" },
    RETRY: { label: "Will be tried again" },
    SUCCESS: { label: "Done" },
    FAILURE: { label: "Failed" },
    REVOKED: { label: "Revoked" },
  },
  moves: {
    start: {
      label: "Started",
      from: ["PENDING", "RETRY"],
      to: "STARTED",
      needs: "Its time and a free place.",
    },
    succeed: { label: "Done", from: ["STARTED"], to: "SUCCESS", needs: "Every step." },
    postpone: {
      label: "Postponed",
      from: ["STARTED"],
      to: "RETRY",
      needs: "A step failed and has tries left.",
    },
    fail: {
      label: "Failed",
      from: ["STARTED"],
      to: "FAILURE",
      needs: "A step failed for the last time, or the time limit is over.",
    },
    revoke: { label: "Revoked", from: ["PENDING", "STARTED", "RETRY"], to: "REVOKED", needs: "An operator." },
    ask_again: { label: "Tried again", from: ["FAILURE", "REVOKED"], to: "PENDING", needs: "An operator." },
  },
});
