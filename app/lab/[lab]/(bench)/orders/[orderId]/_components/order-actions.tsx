"use client";

import { lazy } from "react";
import { AskButton } from "@/components/ui/ask-button";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { DialogButton } from "../../../_components/dialog-button";
import { identifiers } from "../../../_components/person-words";
import { cancel } from "../actions";

const ChangeDialog = lazy(() => import("./change-order-dialog"));

export type ActedOnOrder = Pick<
  WholeOrder,
  | "id"
  | "version"
  | "accessionNumber"
  | "patient"
  | "provider"
  | "priority"
  | "fasting"
  | "pregnant"
  | "clinicalNotes"
  | "may"
>;

/** Correcting and cancelling, where the order and the person allow it. */
export function OrderActions({ order }: { order: ActedOnOrder }) {
  const who = `${order.patient.displayName}, ${identifiers(order.patient)}`;
  return (
    <>
      {order.may.cancel && (
        <AskButton
          look="danger"
          ask={{
            title: `Cancel order ${order.accessionNumber}?`,
            about: `${who}. Nothing of it is measured any more, and its draft invoice becomes void. This cannot be taken back.`,
            keep: "Keep it",
            act: "Cancel the order",
            busy: "Cancelling",
            reason: { label: "Reason" },
            onAct: ({ note }) =>
              cancel({ params: { orderId: order.id }, body: { reason: note }, ifMatch: order.version }),
          }}
        >
          Cancel
        </AskButton>
      )}
      {order.may.change && (
        <DialogButton dialog={(state) => <ChangeDialog order={order} who={who} {...state} />}>
          Correct
        </DialogButton>
      )}
    </>
  );
}
