"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { cancelOne } from "../actions";

type CancelItemProps = {
  order: Pick<WholeOrder, "id" | "version" | "accessionNumber">;
  item: Pick<WholeOrder["items"][number], "id" | "name">;
};

export function CancelItemButton({ order, item }: CancelItemProps) {
  return (
    <AskButton
      size="small"
      look="quiet"
      ask={{
        title: `Cancel ${item.name}?`,
        about: `Of order ${order.accessionNumber}. What another item asks for too is still measured. With its last item the order is cancelled. This cannot be taken back.`,
        keep: "Keep it",
        act: "Cancel the item",
        busy: "Cancelling",
        reason: { label: "Reason" },
        onAct: ({ note }) =>
          cancelOne({
            params: { orderId: order.id, itemId: item.id },
            body: { reason: note },
            ifMatch: order.version,
          }),
      }}
    >
      Cancel
    </AskButton>
  );
}
