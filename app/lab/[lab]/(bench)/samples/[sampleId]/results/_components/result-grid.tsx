"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Grid } from "@/lib/results/schema.queues";
import { type Cell, isUnsaved } from "./cell";
import { GridFooter } from "./grid-footer";
import { GridTable } from "./grid-table";
import { LineDetails } from "./line-details";
import { Screenful } from "./screenful";
import { useCells } from "./use-cells";

type ResultGridProps = {
  grid: Grid;
  zone: string;
  /** The result that somebody came for. */
  startAt?: string;
  /** Where the work goes on when this sample is done. */
  next: { href: string; words: string };
  /** Why nothing can be entered. */
  notice?: ReactNode;
};

/** Result entry: one Tab stop, arrows move, Enter commits and goes down, Esc puts the saved value back. */
export function ResultGrid({ grid, zone, startAt, next, notice }: ResultGridProps) {
  const work = useCells(grid);
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [first] = useState(() => firstOf(work.cells, startAt));
  const [at, setAt] = useState(Math.max(0, first));
  const [isFinishing, setFinishing] = useState(false);
  const current = work.cells[at] ?? work.cells[0];

  // Whoever comes to enter can begin. A phone would cover half of the lines with its keys.
  useEffect(() => {
    if (first >= 0 && matchMedia("(pointer: fine)").matches) fieldAt(table.current, first)?.focus();
  }, [first]);

  function goTo(place: number) {
    if (place >= work.cells.length) return document.getElementById(NEXT_ID)?.focus();
    const field = fieldAt(table.current, Math.max(place, 0));
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  /** Goes on when everything is saved; otherwise to the first line that needs a hand. */
  async function finish() {
    setFinishing(true);
    await work.settled();
    const stuck = work.latest().findIndex((cell) => isUnsaved(cell) || cell.status.is === "conflict");
    setFinishing(false);
    if (stuck >= 0) return goTo(stuck);
    router.push(next.href);
  }

  return (
    <Screenful
      notice={notice}
      table={
        <GridTable
          ref={table}
          {...{ grid, zone, at, work, goTo }}
          cells={work.cells}
          onEnter={setAt}
          toComment={() => document.getElementById("line-comment")?.focus()}
          toCall={() => document.querySelector<HTMLElement>("#line-call button")?.click()}
          finish={() => void finish()}
        />
      }
      details={
        current && (
          <LineDetails
            key={current.line.resultId}
            {...{ grid, zone, work }}
            cell={current}
            place={at + 1}
            onBack={() => goTo(at)}
          />
        )
      }
      footer={
        <GridFooter
          grid={grid}
          cells={work.cells}
          next={{ id: NEXT_ID, words: next.words, isBusy: isFinishing, go: () => void finish() }}
        />
      }
    />
  );
}

/** The line that was asked for, or the first that waits for its value; −1 where there is neither. */
function firstOf(cells: readonly Cell[], startAt: string | undefined): number {
  const wanted = cells.findIndex(({ line }) => line.resultId === startAt);
  return wanted >= 0 ? wanted : cells.findIndex(({ line }) => line.may.enter && line.value === null);
}

const NEXT_ID = "next-sample";

function fieldAt(table: HTMLTableElement | null, place: number): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-place="${place}"]`) ?? null;
}
