"use client";

import { useRef, useState } from "react";
import type { Grid } from "@/lib/results/schema.queues";
import { GridFooter } from "./grid-footer";
import { GridTable } from "./grid-table";
import { LineDetails } from "./line-details";
import { Screenful } from "./screenful";
import { useCells } from "./use-cells";

type ResultGridProps = {
  grid: Grid;
  zone: string;
  /** Where the work goes on when this sample is done. */
  next: string;
};

/** Result entry: one Tab stop, arrows move, Enter commits and goes down, Esc puts the saved value back. */
export function ResultGrid({ grid, zone, next }: ResultGridProps) {
  const work = useCells(grid);
  const first = work.cells.findIndex(({ line }) => line.may.enter && line.value === null);
  const [at, setAt] = useState(Math.max(0, first));
  const table = useRef<HTMLTableElement>(null);
  const current = work.cells[at];

  function goTo(place: number) {
    const within = Math.min(Math.max(place, 0), work.cells.length - 1);
    setAt(within);
    const field = table.current?.querySelector<HTMLElement>(`[data-place="${within}"]`);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  return (
    <Screenful
      table={
        <GridTable
          ref={table}
          grid={grid}
          zone={zone}
          cells={work.cells}
          at={at}
          onEnter={setAt}
          goTo={goTo}
          work={work}
          next={next}
        />
      }
      details={
        current && (
          <LineDetails
            key={current.line.resultId}
            cell={current}
            place={at + 1}
            grid={grid}
            zone={zone}
            work={work}
          />
        )
      }
      footer={<GridFooter grid={grid} cells={work.cells} next={next} />}
    />
  );
}
