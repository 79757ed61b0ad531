import { lifecycle } from "@/lib/core/lifecycle";

export type LaboratoryState = "active" | "suspended";

/** The life of a laboratory on this installation. Its records stay as they are, whatever its state. */
export const laboratoryLifecycle = lifecycle<LaboratoryState, "suspend" | "resume">({
  noun: "laboratory",
  initial: "active",
  states: {
    active: { label: "Active" },
    suspended: { label: "Suspended" },
  },
  moves: {
    suspend: {
      label: "Suspended",
      from: ["active"],
      to: "suspended",
      needs: "An operator, and a reason; every session there ends.",
    },
    resume: { label: "Resumed", from: ["suspended"], to: "active", needs: "An operator, and a reason." },
  },
});
