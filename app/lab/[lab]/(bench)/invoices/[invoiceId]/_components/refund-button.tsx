"use client";

import { lazy } from "react";
import { DialogButton } from "../../../_components/dialog-button";

const RefundDialog = lazy(() => import("./refund-dialog"));

export type RefundProps = { paymentId: string; left: number; currency: string };

/** Gives a payment back, or a part of it. */
export function RefundButton(refund: RefundProps) {
  return (
    <DialogButton size="small" look="quiet" dialog={(state) => <RefundDialog {...refund} {...state} />}>
      Refund
    </DialogButton>
  );
}
