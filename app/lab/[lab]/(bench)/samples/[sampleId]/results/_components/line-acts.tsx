"use client";

import { Phone } from "lucide-react";
import { lazy } from "react";
import { AskButton } from "@/components/ui/ask-button";
import { Key } from "@/components/ui/key";
import { unitWords } from "@/lib/core/unit-words";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import { DialogButton } from "../../../../_components/dialog-button";
import { RecordCallButton } from "../../../../calls/_components/record-call-button";
import { cancel, retest } from "../actions";

const AmendDialog = lazy(() => import("./amend-dialog"));

type LineActsProps = { line: GridLine; grid: Grid; zone: string };

/** What may be done with one line, by its life cycle and by who looks. What may not is absent. */
export function LineActs({ line, grid, zone }: LineActsProps) {
  const whom = `${grid.patient.displayName}, ${grid.patient.mrn}: ${line.analyteName} ${line.value ?? ""}.`;
  const params = { resultId: line.resultId };
  const { may } = line;
  const callAgain = may.recordCall && !line.callIsOpen;
  if (!callAgain && !may.retest && !may.cancel && !may.amend) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {callAgain && <RecordCall line={line} grid={grid} zone={zone} />}
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
            onAct: ({ note }) => retest({ params, ifMatch: line.version, body: { reason: note } }),
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
            title: line.amends ? `Give the amendment up?` : `Cancel ${line.analyteName}?`,
            about: line.amends
              ? `${whom} The released value stays as it is.`
              : `${whom} It will not be reported.`,
            keep: "Keep it",
            act: line.amends ? "Give it up" : "Cancel this line",
            busy: "Cancelling",
            reason: { label: line.amends ? "Why is it given up?" : "Why is it not reported?" },
            onAct: ({ note }) => cancel({ params, ifMatch: line.version, body: { reason: note } }),
          }}
        >
          {line.amends ? "Give up the amendment" : "Cancel line"}
        </AskButton>
      )}
    </div>
  );
}

/** Who is told, when and how (R19); `C` in the grid presses it. */
export function RecordCall({ line, grid, zone }: LineActsProps) {
  const { resultId, analyteName, value, unit } = line;
  return (
    <span id="line-call" className="contents">
      <RecordCallButton
        size="small"
        call={{
          resultId,
          what: `${analyteName} ${value ?? ""} ${unitWords(unit)}`.trim(),
          patient: grid.patient,
          requester: grid.order.requester,
        }}
        zone={zone}
      >
        <Phone aria-hidden="true" />
        Record the call
        <span className="max-[1100px]:hidden">
          <Key>C</Key>
        </span>
      </RecordCallButton>
    </span>
  );
}
