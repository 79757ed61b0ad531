import { lifecycle } from "@/lib/core/lifecycle";

/** Part paid and paid follow from payments less refunds; nobody moves an invoice there. */
export const invoiceLifecycle = lifecycle({
  noun: "invoice",
  initial: "draft",
  states: {
    draft: { label: "Draft" },
    issued: { label: "Issued" },
    part_paid: { label: "Part paid" },
    paid: { label: "Paid" },
    void: { label: "Void" },
  },
  moves: {
    change: { label: "Changed", from: ["draft"], to: "draft" },
    issue: {
      label: "Issued",
      from: ["draft"],
      to: "issued",
      needs: "at least one line, every line with a price",
    },
    pay: {
      label: "Paid",
      from: ["issued", "part_paid"],
      to: "paid",
      needs: "an amount no larger than what is due",
    },
    refund: { label: "Refunded", from: ["part_paid", "paid"], to: "part_paid", needs: "a reason" },
    void: {
      label: "Voided",
      from: ["draft", "issued", "part_paid", "paid"],
      to: "void",
      needs: "a reason, and nothing held paid",
    },
  },
});
