"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Refused } from "../../../_components/refused";
import { useAct } from "../../../_components/use-act";
import { draftInvoice } from "../actions";

/** Another invoice for the order, when the last is void. */
export function DraftInvoiceButton({ orderId }: { orderId: string }) {
  const router = useRouter();
  const { act, problem, isBusy } = useAct();
  return (
    <>
      <Refused problem={problem} />
      <Button
        size="small"
        busy={isBusy && "Drafting"}
        onClick={() =>
          act(
            () => draftInvoice({ body: { orderId } }),
            (invoice) => router.push(`/invoices/${invoice.id}`),
          )
        }
      >
        Draft an invoice
      </Button>
    </>
  );
}
