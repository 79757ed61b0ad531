"use client";

import { type ComponentType, lazy } from "react";
import { AskButton } from "@/components/ui/ask-button";
import type { Choice } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { DialogButton, type DialogState } from "../../../_components/dialog-button";
import { reject } from "../actions";

/** What the dialogs of a sample need of it. */
export type ActingOn = {
  sample: {
    id: string;
    version: number;
    barcode: string;
    collectedAt: string | null;
    /** A collection is on record. */
    isCollected: boolean;
    /** Whose it is, to be compared: "JONES, William, M000042, born 15 Jun 1961". */
    who: string;
  };
  zone: string;
};

export type SampleAct = "collect" | "accession" | "correct" | "store" | "dispose" | "reject";

type SampleActionsProps = ActingOn & {
  /** Open from its state to this person, the next step first. */
  acts: readonly SampleAct[];
  reasons: readonly Choice[];
};

const dialogs: Record<Exclude<SampleAct, "reject">, { words: string; Dialog: Lazy }> = {
  collect: { words: "Record the collection", Dialog: lazy(() => import("./collect-dialog")) },
  accession: { words: "Accession", Dialog: lazy(() => import("./accession-dialog")) },
  correct: { words: "Correct the collection", Dialog: lazy(() => import("./correct-collection-dialog")) },
  store: { words: "Store", Dialog: lazy(() => import("./store-dialog")) },
  dispose: { words: "Dispose of it", Dialog: lazy(() => import("./dispose-dialog")) },
};

type Lazy = ComponentType<ActingOn & DialogState>;

/** What may be done with a sample now; what moves it towards the bench is the primary one. */
export function SampleActions({ acts, sample, zone, reasons }: SampleActionsProps) {
  const next = acts.find((act) => act === "collect" || act === "accession");
  return acts.map((act) => {
    if (act === "reject") return <RejectButton key={act} sample={sample} reasons={reasons} />;
    const { words, Dialog } = dialogs[act];
    return (
      <DialogButton
        key={act}
        look={act === next ? "primary" : "plain"}
        dialog={(state) => <Dialog sample={sample} zone={zone} {...state} />}
      >
        {words}
      </DialogButton>
    );
  });
}

function RejectButton({ sample, reasons }: Pick<SampleActionsProps, "sample" | "reasons">) {
  return (
    <AskButton
      look="danger"
      ask={{
        title: `Reject ${sample.barcode}?`,
        about: `${sample.who}. What is not released of it is asked for again on a new tube, with a label of its own. This cannot be taken back.`,
        keep: "Keep it",
        act: "Reject the sample",
        busy: "Rejecting",
        reason: { label: "Reason", choices: reasons, noteFor: ["other"], noteLabel: "Note" },
        async onAct({ code, note }) {
          const answer = await reject({
            params: { sampleId: sample.id },
            body: { reasonCode: code, ...(note.trim() && { note: note.trim() }) },
            ifMatch: sample.version,
          });
          if (answer.ok) sayRejected(sample.barcode, answer.value);
          return answer;
        },
      }}
    >
      Reject
    </AskButton>
  );
}

type Rejected = { recollection: { id: string; barcode: string } | null; advice: string | null };

function sayRejected(barcode: string, { recollection, advice }: Rejected) {
  const asked = recollection
    ? `${recollection.barcode} is to be collected.`
    : "Nothing of it was left to measure.";
  notify({
    title: `${barcode} rejected`,
    detail: advice ? `${asked} ${advice}` : asked,
    ...(recollection && { action: { label: "Open it", href: `/samples/${recollection.id}` } }),
  });
}
