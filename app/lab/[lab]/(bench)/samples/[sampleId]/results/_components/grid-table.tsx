"use client";

import type { ReactNode, Ref } from "react";
import { decimalsIn } from "@/components/ui/number-text";
import { Time } from "@/components/ui/time";
import { formatDate } from "@/lib/core/dates";
import type { Grid } from "@/lib/results/schema.queues";
import type { Cell } from "./cell";
import { type GridHands, pressInGrid } from "./grid-keys";
import { GridRow } from "./grid-row";

type GridTableProps = Omit<GridHands, "cell"> & {
  ref: Ref<HTMLTableElement>;
  grid: Grid;
  zone: string;
  cells: readonly Cell[];
  onEnter: (place: number) => void;
};

export function GridTable({ ref, grid, zone, cells, onEnter, ...hands }: GridTableProps) {
  const { at, work } = hands;
  const numbers = cells.filter(({ line }) => line.kind === "numeric");
  const decimals = decimalsIn(numbers.map(({ typed }) => typed.value));
  const decimalsBefore = decimalsIn(numbers.map(({ line }) => line.previous?.value ?? ""));
  const current = cells[at];
  return (
    <table
      {...asGrid}
      ref={ref}
      aria-label={`Results of ${grid.sample.barcode}`}
      className="w-full min-w-250 table-fixed border-separate border-spacing-0 max-md:min-w-240"
      onKeyDown={(event) => current && pressInGrid(event, { ...hands, cell: current })}
    >
      <Columns before={beforeWords(cells, zone)} />
      {groupsOf(grid, cells).map(({ name, rows }) => (
        <tbody key={rows[0]?.cell.line.resultId}>
          {name && <GroupHead name={name} cells={rows.map(({ cell }) => cell)} />}
          {rows.map(({ cell, place }) => (
            <GridRow
              key={cell.line.resultId}
              cell={cell}
              place={place}
              isCurrent={place === at}
              zone={zone}
              decimals={decimals}
              decimalsBefore={decimalsBefore}
              onFocus={() => onEnter(place)}
              onType={(value) => work.type(cell.line.resultId, { value })}
              onLeave={() => work.commit(cell.line.resultId)}
              onTake={() => work.take(cell.line.resultId)}
              onKeep={() => work.keep(cell.line.resultId)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

// A table that is worked in with the arrow keys is a grid.
const asGrid = { role: "grid" };

function Columns({ before }: { before: ReactNode }) {
  return (
    <thead className="text-xs text-ink-3">
      <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:z-1 [&>th]:h-7 [&>th]:border-b [&>th]:border-line-strong [&>th]:bg-surface [&>th]:px-2 [&>th]:font-normal">
        <th scope="col" className="w-9.5 max-md:hidden">
          <span className="sr-only">Line</span>
        </th>
        <th scope="col" className="w-52 text-start max-md:w-37">
          Analyte
        </th>
        <th scope="col" className="w-12.5 px-1! text-center">
          Flag
        </th>
        <th scope="col" className="w-27 text-end">
          Value
        </th>
        <th scope="col" className="w-20 text-start">
          Unit
        </th>
        <th scope="col" className="w-32 text-end">
          Interval
        </th>
        <th scope="col" className="w-28 text-center">
          On its interval
        </th>
        <th scope="col" className="w-22 text-end">
          {before}
        </th>
        <th scope="col" className="w-19 text-end">
          Change
        </th>
        <th scope="col" className="min-w-44 ps-3.5! text-start">
          Saved
        </th>
      </tr>
    </thead>
  );
}

/** The day of the values before where they are all of one; else the word. */
function beforeWords(cells: readonly Cell[], zone: string): ReactNode {
  const before = cells.flatMap(({ line }) => line.previous?.at ?? []);
  const days = new Set(before.map((at) => formatDate(new Date(at), zone)));
  const [at] = before;
  return days.size === 1 && at ? <Time at={at} zone={zone} form="date" /> : "Before";
}

function groupsOf(grid: Grid, cells: readonly Cell[]) {
  let place = 0;
  return grid.groups.map(({ name, lines }) => {
    const rows = lines.flatMap(() => {
      const cell = cells[place];
      place += 1;
      return cell ? [{ cell, place: place - 1 }] : [];
    });
    return { name, rows };
  });
}

function GroupHead({ name, cells }: { name: string; cells: readonly Cell[] }) {
  const entered = cells.filter(({ line }) => line.value !== null || line.notReported).length;
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={10}
        className="h-6 border-b border-line bg-sunken ps-11.5 text-start text-xs font-strong text-ink-2 max-md:ps-2"
      >
        {name}{" "}
        <span className="ms-1 font-normal text-ink-3">
          {entered} of {cells.length}
        </span>
      </th>
    </tr>
  );
}
