"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { Invoice } from "@/lib/billing/schema";
import { formatMoney } from "@/lib/core/money";
import { voidIt } from "../actions";

type Voidable = Pick<
  Invoice,
  "id" | "version" | "number" | "gross" | "currency" | "accessionNumber" | "billTo"
>;

/** Voiding an invoice asks why: the reason is printed on it. */
export function VoidButton({ invoice }: { invoice: Voidable }) {
  const name = invoice.number ?? "this draft";
  return (
    <AskButton
      look="danger"
      ask={{
        title: `Void ${name}?`,
        about: (
          <>
            {formatMoney(invoice.gross, invoice.currency)}, billed to {invoice.billTo}
            {invoice.accessionNumber && `, order ${invoice.accessionNumber}`}. It stays readable, nothing of
            it is owed any more, and this cannot be taken back.
          </>
        ),
        keep: "Keep it",
        act: `Void ${name}`,
        busy: "Voiding",
        reason: { label: "Reason", help: "It is printed on the invoice." },
        onAct: ({ note }) =>
          voidIt({ params: { invoiceId: invoice.id }, body: { reason: note }, ifMatch: invoice.version }),
      }}
    >
      Void
    </AskButton>
  );
}
