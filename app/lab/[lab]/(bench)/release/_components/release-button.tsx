"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { ToRelease } from "@/lib/results/schema.queues";
import { identifiers } from "../../_components/person-words";
import { release } from "../actions";
import { missingNames } from "../missing-words";

type ReleaseButtonProps = {
  order: Pick<ToRelease, "orderId" | "accessionNumber" | "patient" | "missing" | "openCalls">;
  /** The one that stands out among several. */
  isNext: boolean;
};

/** A final report when nothing is missing; else a preliminary one, knowingly (R17). */
export function ReleaseButton({ order, isNext }: ReleaseButtonProps) {
  const { orderId, accessionNumber, patient, missing, openCalls } = order;
  const isFinal = missing.length === 0;
  const words = isFinal ? "Release final" : "Release preliminary";
  return (
    <AskButton
      size="small"
      look={isNext ? "primary" : "plain"}
      ask={{
        title: isFinal ? "Release the final report?" : "Release a preliminary report?",
        about: (
          <>
            <p>
              <strong className="text-ink">{patient.displayName}</strong>, {identifiers(patient)}. Order{" "}
              <span className="id">{accessionNumber}</span>.
            </p>
            <p className="mt-2">
              {isFinal
                ? "Nothing of the order is missing. A version never changes; a wrong value is amended in the next one."
                : `It says that it is preliminary, and what is pending (${missingNames(missing)}).`}
            </p>
            {openCalls > 0 && (
              <p className="mt-2 text-flag-critical-ink">
                Nobody was told of {openCalls === 1 ? "a critical value" : `${openCalls} critical values`}{" "}
                yet. The release does not wait for the call, and does not take its place.
              </p>
            )}
          </>
        ),
        keep: "Not now",
        act: words,
        busy: "Releasing",
        look: "primary",
        onAct: () => release({ params: { orderId }, body: isFinal ? {} : { preliminary: true } }),
      }}
    >
      {words}
    </AskButton>
  );
}
