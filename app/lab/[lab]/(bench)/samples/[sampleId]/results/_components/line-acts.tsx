"use client";

import { lazy } from "react";
import { AskButton } from "@/components/ui/ask-button";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import { DialogButton } from "../../../../_components/dialog-button";
import { cancel, retest } from "../actions";

const AmendDialog = lazy(() => import("./amend-dialog"));
const CallDialog = lazy(() => import("./call-dialog"));

/** What may be done with one line, by its life cycle and by who looks. What may not is absent. */
export function LineActs({ line, grid }: { line: GridLine; grid: Grid }) {
  const whom = `${grid.patient.displayName}, ${grid.patient.mrn}: ${line.analyteName} ${line.value ?? ""}.`;
  const params = { resultId: line.resultId };
  const { may } = line;
  if (!may.recordCall && !may.retest && !may.cancel && !may.amend) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.recordCall && (
        <span className="contents [&>button]:scroll-m-4">
          <DialogButton size="small" dialog={(state) => <CallDialog {...state} line={line} grid={grid} />}>
            <span id="line-call">Record the call</span>
          </DialogButton>
        </span>
      )}
      {may.amend && (
        <DialogButton size="small" dialog={(state) => <AmendDialog {...state} line={line} grid={grid} />}>
          Amend
        </DialogButton>
      )}
      {may.retest && (
        <AskButton
          size="small"
          ask={{
            title: `Measure ${line.analyteName} again?`,
            about: `${whom} This value stays readable and is never released; a new line opens.`,
            keep: "Keep it",
            act: "Ask for a retest",
            busy: "Asking",
            look: "primary",
            reason: { label: "Why is it measured again?" },
            onAct: ({ note }) => retest({ params, body: { reason: note } }),
          }}
        >
          Retest
        </AskButton>
      )}
      {may.cancel && (
        <AskButton
          size="small"
          look="danger"
          ask={{
            title: `Cancel ${line.analyteName}?`,
            about: `${whom} It will not be reported.`,
            keep: "Keep it",
            act: "Cancel this line",
            busy: "Cancelling",
            reason: { label: "Why is it not reported?" },
            onAct: ({ note }) => cancel({ params, body: { reason: note } }),
          }}
        >
          Cancel line
        </AskButton>
      )}
    </div>
  );
}
