import { permissions, roleNames, roles } from "@/lib/core/access";

/** What each role is for, in one sentence; everything it may do stands under it. */
const purposes: Record<(typeof roleNames)[number], string> = {
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
  help: <RoleHelp role={role} />,
}));

function RoleHelp({ role }: { role: (typeof roleNames)[number] }) {
  return (
    <>
      {purposes[role]}
      <details className="mt-0.5">
        <summary className="w-fit text-link">All it may do</summary>
        <ul className="mt-0.5 list-disc ps-4">
          {roles[role].may.map((permission) => (
            <li key={permission}>{permissions[permission]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
