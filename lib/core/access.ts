/** What a member, a key or a job may be allowed, each with the sentence that explains it. */
export const permissions = {
  "laboratory:manage": "Change the laboratory's name, address, colours and policies.",
  "member:manage": "Invite colleagues, change their roles, remove them.",
  "catalogue:read": "See tests, panels, analytes and reference intervals.",
  "catalogue:manage": "Change tests, panels, analytes, reference intervals and critical limits.",
  "price:read": "See the price list.",
  "price:manage": "Change prices.",
  "provider:read": "See the directory of providers.",
  "provider:manage": "Add providers to the directory and change them.",
  "patient:read": "Find patients and open their records.",
  "patient:register": "Register a patient.",
  "patient:change": "Correct a patient's record.",
  "order:read": "See orders and their progress.",
  "order:place": "Place an order.",
  "order:cancel": "Cancel an order or one of its items.",
  "sample:read": "See samples.",
  "sample:label": "Print labels.",
  "sample:collect": "Record that a sample was collected.",
  "sample:accession": "Record that a sample has arrived at the bench.",
  "sample:reject": "Reject a sample and ask for another.",
  "sample:store": "Store and dispose of samples.",
  "worklist:read": "See the worklists of the bench.",
  "result:read": "See results and their history.",
  "result:enter": "Enter and correct results.",
  "result:verify": "Verify results that somebody else entered.",
  "result:retest": "Ask for a result to be measured again.",
  "result:cancel": "Cancel a result that will not be reported.",
  "result:release": "Release verified results in a report.",
  "result:amend": "Amend a released result.",
  "critical:record": "Record the notification of a critical value.",
  "report:read": "Read and print released reports.",
  "report:withdraw": "Withdraw a report.",
  "invoice:read": "See invoices and payments.",
  "invoice:manage": "Draft, issue and void invoices.",
  "payment:record": "Record payments and refunds.",
  "dashboard:read": "See what waits in the laboratory.",
  "audit:read": "Read the audit trail.",
  "key:manage": "Make, rotate and revoke API keys.",
  "task:request": "Ask for exports of what one may read, and for self-tests.",
} as const;

export type Permission = keyof typeof permissions;

const bench = [
  "catalogue:read",
  "patient:read",
  "provider:read",
  "order:read",
  "sample:read",
  "sample:label",
  "sample:accession",
  "sample:reject",
  "sample:store",
  "worklist:read",
  "result:read",
  "result:enter",
  "result:retest",
  "critical:record",
  "dashboard:read",
] as const satisfies readonly Permission[];

/** A role is a list of permissions; a member may hold several roles. */
export const roles = {
  administrator: {
    label: "Administrator",
    may: [
      "laboratory:manage",
      "member:manage",
      "catalogue:read",
      "catalogue:manage",
      "price:read",
      "price:manage",
      "provider:read",
      "provider:manage",
      "dashboard:read",
      "audit:read",
      "key:manage",
      "task:request",
    ],
  },
  receptionist: {
    label: "Receptionist",
    may: [
      "catalogue:read",
      "price:read",
      "provider:read",
      "patient:read",
      "patient:register",
      "patient:change",
      "order:read",
      "order:place",
      "order:cancel",
      "sample:read",
      "sample:label",
      "report:read",
      "dashboard:read",
    ],
  },
  phlebotomist: {
    label: "Phlebotomist",
    may: ["patient:read", "order:read", "sample:read", "sample:label", "sample:collect", "dashboard:read"],
  },
  technician: { label: "Technician", may: bench },
  scientist: { label: "Scientist", may: [...bench, "result:verify", "result:cancel"] },
  pathologist: {
    label: "Pathologist",
    may: [
      "catalogue:read",
      "provider:read",
      "patient:read",
      "order:read",
      "sample:read",
      "worklist:read",
      "result:read",
      "result:retest",
      "result:cancel",
      "result:release",
      "result:amend",
      "critical:record",
      "report:read",
      "report:withdraw",
      "dashboard:read",
    ],
  },
  cashier: {
    label: "Cashier",
    may: [
      "price:read",
      "price:manage",
      "catalogue:read",
      "patient:read",
      "order:read",
      "invoice:read",
      "invoice:manage",
      "payment:record",
      "dashboard:read",
    ],
  },
  provider: {
    label: "Provider",
    may: ["catalogue:read", "patient:register", "order:place", "order:read", "report:read"],
  },
  auditor: {
    label: "Auditor",
    may: [
      "catalogue:read",
      "price:read",
      "provider:read",
      "patient:read",
      "order:read",
      "sample:read",
      "worklist:read",
      "result:read",
      "report:read",
      "invoice:read",
      "dashboard:read",
      "audit:read",
      "task:request",
    ],
  },
} as const satisfies Record<string, { label: string; may: readonly Permission[] }>;

export type Role = keyof typeof roles;

// The table above has these keys and no others.
export const roleNames = Object.keys(roles) as [Role, ...Role[]];

export function isRole(name: string): name is Role {
  return name in roles;
}

export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role): readonly Permission[] => roles[role].may));
}

/**
 * How far a permission reaches: a provider sees only orders that name them, unless another
 * of their roles grants the same.
 */
export function reachOf(held: readonly Role[], permission: Permission): "all" | "own" | "none" {
  const granting = held.filter((role) => (roles[role].may as readonly Permission[]).includes(permission));
  if (granting.length === 0) return "none";
  return granting.every((role) => role === "provider") ? "own" : "all";
}
