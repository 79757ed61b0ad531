"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { ToRelease } from "@/lib/results/schema.queues";
import { release } from "../actions";

/** A final report when nothing is missing; else a preliminary one, knowingly (R17). */
export function ReleaseButton({ order }: { order: ToRelease }) {
  const isFinal = order.missing.length === 0;
  const named = [...new Set(order.missing.map(({ analyteName }) => analyteName))];
  const shown = named.slice(0, 6).join(", ") + (named.length > 6 ? ` and ${named.length - 6} more` : "");
  const whom = `${order.patient.displayName}, ${order.patient.mrn}, order ${order.accessionNumber}.`;
  return (
    <AskButton
      look={isFinal ? "primary" : "plain"}
      ask={{
        title: isFinal ? "Release the final report?" : "Release a preliminary report?",
        about: isFinal
          ? `${whom} It can be amended afterwards, and is never changed.`
          : `${whom} It will list what is pending: ${shown}.`,
        keep: "Not now",
        act: isFinal ? "Release final" : "Release preliminary",
        busy: "Releasing",
        look: "primary",
        onAct: () =>
          release({ params: { orderId: order.orderId }, body: isFinal ? {} : { preliminary: true } }),
      }}
    >
      {isFinal ? "Release final" : "Release preliminary"}
    </AskButton>
  );
}
