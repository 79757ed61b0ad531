"use client";

import { WorkFooter } from "@/components/lab/work-footer";
import { Button } from "@/components/ui/button";
import type { Grid } from "@/lib/results/schema.queues";
import { nameParts } from "../../../../_components/shown-name";
import { useAct } from "../../../../_components/use-act";
import { verify } from "../actions";
import { type Cell, isUnsaved } from "./cell";

type GridFooterProps = {
  grid: Grid;
  cells: readonly Cell[];
  next: { id: string; words: string; isBusy: boolean; go: () => void };
};

/** Whom the work is about, how far it is, what is not saved, and the one act that follows. */
export function GridFooter({ grid, cells, next }: GridFooterProps) {
  const { act, problem, isBusy } = useAct();
  const entered = cells.filter(({ line }) => line.value !== null || line.notReported).length;
  const verifiable = cells.filter((cell) => cell.line.may.verify && isAsSeen(cell));
  const pending = cells.filter(({ line }) => line.may.enter && line.value === null).length;
  const isVerifying = verifiable.length > 0 && pending === 0;
  return (
    <WorkFooter
      lead={isVerifying ? "You are verifying for" : pending > 0 ? "You are entering for" : "Results of"}
      patient={{ ...nameParts(grid.patient), mrn: grid.patient.mrn }}
      note={<span className="max-md:sr-only">{`${entered} of ${cells.length} lines entered`}</span>}
      status={problem ? <span className="text-danger">{problem.detail}</span> : <Unsaved cells={cells} />}
      action={
        <div className="flex gap-2">
          {verifiable.length > 0 && (
            <Button
              look={isVerifying ? "primary" : "plain"}
              busy={isBusy && "Verifying"}
              onClick={() => act(() => verify(verification(grid.sample.id, verifiable)))}
            >
              {verifiable.length === 1 ? "Verify 1 line" : `Verify ${verifiable.length} lines`}
            </Button>
          )}
          <Button id={next.id} busy={next.isBusy && "Saving"} onClick={next.go}>
            {next.words}
          </Button>
        </div>
      }
    />
  );
}

/** What is verified is what stands on the screen: saved, and nothing typed over it. */
function isAsSeen(cell: Cell): boolean {
  return cell.line.state === "entered" && !isUnsaved(cell) && cell.status.is === "saved";
}

function verification(sampleId: string, cells: readonly Cell[]) {
  const seen = cells.map(({ line: { resultId, version } }) => ({ resultId, version }));
  return { params: { sampleId }, body: { resultIds: seen.map(({ resultId }) => resultId), seen } };
}

function Unsaved({ cells }: { cells: readonly Cell[] }) {
  const count = (...states: Cell["status"]["is"][]) =>
    cells.filter(({ status }) => states.includes(status.is)).length;
  const refused = count("failed", "invalid");
  const conflicts = count("conflict");
  const saving = count("saving");
  const typed = cells.filter(
    (cell) => isUnsaved(cell) && (cell.status.is === "still" || cell.status.is === "unsent"),
  ).length;
  return (
    <span className="flex flex-wrap gap-x-4">
      {refused > 0 && <span className="font-medium text-danger">{refused} not saved</span>}
      {conflicts > 0 && (
        <span className="font-medium text-warn">
          {conflicts === 1 ? "1 conflict" : `${conflicts} conflicts`}
        </span>
      )}
      {saving > 0 && <span className="text-ink-2">{saving} saving</span>}
      {typed > 0 && <span className="text-ink-2">{typed} being typed</span>}
    </span>
  );
}
