"use client";

import { Plus } from "lucide-react";
import { lazy } from "react";
import { DialogButton } from "../../_components/dialog-button";

const PriceDialog = lazy(() => import("./price-dialog"));

/** For what is new in the catalogue and costs nothing yet. */
export function AddPrice({ currency }: { currency: string }) {
  return (
    <DialogButton look="primary" dialog={(state) => <PriceDialog {...state} currency={currency} />}>
      <Plus aria-hidden="true" />
      Set a price
    </DialogButton>
  );
}
