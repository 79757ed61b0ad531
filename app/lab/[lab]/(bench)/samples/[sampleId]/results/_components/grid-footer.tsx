"use client";

import { WorkFooter } from "@/components/lab/work-footer";
import { Button, LinkButton } from "@/components/ui/button";
import type { Grid } from "@/lib/results/schema.queues";
import { useAct } from "../../../../_components/use-act";
import { verify } from "../actions";
import { type Cell, isUnsaved } from "./cell";

/** Whom the work is about, how far it is, what is not saved, and the one act that follows. */
export function GridFooter({ grid, cells, next }: { grid: Grid; cells: readonly Cell[]; next: string }) {
  const { act, problem, isBusy } = useAct();
  const [family = "", ...given] = grid.patient.displayName.split(", ");
  const patient = { family, given: given.join(", ") || null, mrn: grid.patient.mrn };
  const entered = cells.filter(({ line }) => line.value !== null || line.notReported).length;
  const verifiable = cells.filter(({ line }) => line.may.verify && line.state === "entered");
  const mayEnter = cells.some(({ line }) => line.may.enter);
  const lead =
    verifiable.length > 0 ? "You are verifying for" : mayEnter ? "You are entering for" : "Results of";
  return (
    <WorkFooter
      lead={lead}
      patient={patient}
      note={`${entered} of ${cells.length} lines entered`}
      status={problem ? <span className="text-danger">{problem.detail}</span> : <Unsaved cells={cells} />}
      action={
        <div className="flex gap-2">
          {verifiable.length > 0 && (
            <Button
              look="primary"
              busy={isBusy && "Verifying"}
              onClick={() =>
                act(() =>
                  verify({
                    params: { sampleId: grid.sample.id },
                    body: {
                      resultIds: verifiable.map(({ line }) => line.resultId),
                      seen: verifiable.map(({ line }) => ({
                        resultId: line.resultId,
                        version: line.version,
                      })),
                    },
                  }),
                )
              }
            >
              {verifiable.length === 1 ? "Verify 1 line" : `Verify ${verifiable.length} lines`}
            </Button>
          )}
          <LinkButton href={next}>Next sample</LinkButton>
        </div>
      }
    />
  );
}

function Unsaved({ cells }: { cells: readonly Cell[] }) {
  const count = (is: Cell["status"]["is"]) => cells.filter(({ status }) => status.is === is).length;
  const refused = count("failed") + count("invalid");
  const open = cells.filter((cell) => isUnsaved(cell) && cell.status.is === "still").length;
  return (
    <span className="flex flex-wrap gap-3">
      {refused > 0 && <strong className="text-danger">{refused} not saved</strong>}
      {count("conflict") > 0 && <strong className="text-warn">{count("conflict")} in conflict</strong>}
      {count("saving") > 0 && <span className="text-ink-2">{count("saving")} saving</span>}
      {open > 0 && <span className="text-ink-2">{open} being typed</span>}
    </span>
  );
}
