import { type Role, roleNames, roles } from "@/lib/core/access";

/** What each role is for, in one sentence. */
const purposes: Record<Role, string> = {
  administrator: "Sets the laboratory up: members, catalogue, prices, policies. Signs nothing clinical off.",
  receptionist: "Registers patients, places and cancels orders, prints labels and released reports.",
  phlebotomist: "Records that samples were collected and prints labels.",
  technician: "Accessions and rejects samples, enters results, records critical calls.",
  scientist: "Does what a technician does, and verifies results that others entered.",
  pathologist: "Reads everything clinical; releases, amends and withdraws reports.",
  cashier: "Keeps invoices, payments, refunds and the price list.",
  provider: "Orders for patients and reads released reports: only of orders that name them.",
  auditor: "Reads everything, the audit trail too; changes nothing.",
};

export const roleOptions = roleNames.map((role) => ({
  value: role,
  label: roles[role].label,
  help: purposes[role],
}));
