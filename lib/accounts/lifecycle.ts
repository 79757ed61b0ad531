import { lifecycle } from "@/lib/core/lifecycle";

export type AccountState = "active" | "locked" | "disabled";

/** The life of an account from its confirmation on. It is never deleted: what the person did stays in their name. */
export const accountLifecycle = lifecycle<AccountState, "lock" | "unlock" | "disable" | "enable">({
  noun: "account",
  initial: "active",
  states: {
    active: { label: "Active" },
    locked: { label: "Locked" },
    disabled: { label: "Disabled" },
  },
  moves: {
    lock: {
      label: "Locked",
      from: ["active"],
      to: "locked",
      needs: "A reason: an operator's, or what looked like an attack. Every session ends.",
    },
    unlock: { label: "Unlocked", from: ["locked"], to: "active", needs: "An operator, and a reason." },
    disable: {
      label: "Disabled",
      from: ["active", "locked"],
      to: "disabled",
      needs: "An operator, and a reason. Every session ends.",
    },
    enable: { label: "Enabled", from: ["disabled"], to: "active", needs: "An operator, and a reason." },
  },
});

export type ProviderState = "pending" | "verified" | "rejected";

/** What operators make of a clinician who registered and confirmed their address. */
export const providerLifecycle = lifecycle<ProviderState, "verify" | "reject" | "submit">({
  noun: "provider",
  initial: "pending",
  states: {
    pending: { label: "Pending" },
    verified: { label: "Verified" },
    rejected: { label: "Rejected" },
  },
  moves: {
    verify: {
      label: "Verified",
      from: ["pending"],
      to: "verified",
      needs:
        "An operator, a licence number and a clinic, and that no other verified provider has the licence or the telephone number.",
    },
    reject: {
      label: "Rejected",
      from: ["pending", "verified"],
      to: "rejected",
      needs: "An operator, and a reason that the provider is told.",
    },
    submit: {
      label: "Submitted",
      from: ["pending", "rejected"],
      to: "pending",
      needs: "The provider themselves, who completes or corrects what they told.",
    },
  },
});
