"use client";

import { Fragment, type KeyboardEvent, type Ref } from "react";
import { decimalsIn } from "@/components/ui/number-text";
import type { Grid } from "@/lib/results/schema.queues";
import { type Cell, choiceOf } from "./cell";
import { GridRow } from "./grid-row";
import type { useCells } from "./use-cells";

type GridTableProps = {
  ref: Ref<HTMLTableElement>;
  grid: Grid;
  zone: string;
  cells: readonly Cell[];
  at: number;
  onEnter: (place: number) => void;
  goTo: (place: number) => void;
  work: ReturnType<typeof useCells>;
  next: string;
};

export function GridTable({ ref, grid, zone, cells, at, onEnter, goTo, work, next }: GridTableProps) {
  const numbers = cells.filter(({ line }) => line.kind === "numeric");
  const decimals = decimalsIn(numbers.map(({ typed }) => typed));
  const decimalsBefore = decimalsIn(numbers.map(({ line }) => line.previous?.value ?? ""));
  let place = -1;

  function onKeyDown(event: KeyboardEvent) {
    const cell = cells[at];
    if (!cell || event.altKey || event.metaKey) return;
    const { resultId } = cell.line;
    const done = (act: () => void) => {
      event.preventDefault();
      act();
    };
    const commitAnd = (to: number) =>
      done(() => {
        work.commit(resultId);
        goTo(to);
      });
    if (event.key === "Enter" && event.ctrlKey) {
      return done(() => {
        work.commit(resultId);
        location.assign(next);
      });
    }
    if (event.ctrlKey) return;
    if (event.key === "Enter" || event.key === "ArrowDown") return commitAnd(at + 1);
    if (event.key === "ArrowUp") return commitAnd(at - 1);
    if (event.key === "PageDown") return commitAnd(at + 10);
    if (event.key === "PageUp") return commitAnd(at - 10);
    if (event.key === "Escape") return done(() => work.restore(resultId));
    if (event.key === ";") return done(() => document.getElementById("line-comment")?.focus());
    const isLetterFree = cell.line.kind === "numeric";
    if (cell.status.is === "conflict" && isLetterFree && /^t$/i.test(event.key))
      return done(() => work.take(resultId));
    if (cell.status.is === "conflict" && isLetterFree && /^k$/i.test(event.key))
      return done(() => work.keep(resultId));
    if (isLetterFree && /^c$/i.test(event.key))
      return done(() => document.getElementById("line-call")?.click());
    const chosen =
      cell.line.kind === "coded" && /^[1-9]$/.test(event.key) ? choiceOf(cell.line, event.key) : null;
    if (chosen && cell.line.may.enter) return done(() => work.type(resultId, chosen.label));
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is worked in with the arrow keys is a grid
    <table
      ref={ref}
      role="grid"
      aria-label={`Results of ${grid.sample.barcode}`}
      className="w-full min-w-230 border-collapse"
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr className="text-xs text-ink-3 [&>th]:h-7 [&>th]:border-b [&>th]:border-line-strong [&>th]:px-2 [&>th]:text-start [&>th]:font-normal">
          <th scope="col" className="w-10">
            <span className="sr-only">Line</span>
          </th>
          <th scope="col">Analyte</th>
          <th scope="col" className="w-16">
            Flag
          </th>
          <th scope="col" className="w-28 text-end!">
            Value
          </th>
          <th scope="col" className="w-24">
            Unit
          </th>
          <th scope="col" className="w-40 text-end!">
            Interval
          </th>
          <th scope="col" className="w-36 text-center!">
            On its interval
          </th>
          <th scope="col" className="w-28 text-end!">
            Before
          </th>
          <th scope="col" className="w-56">
            Saved
          </th>
        </tr>
      </thead>
      {grid.groups.map((group, index) => (
        <Fragment key={group.name ?? `group-${index}`}>
          <tbody>
            {group.name && (
              <GroupHead
                name={group.name}
                cells={cells.filter(({ line }) =>
                  group.lines.some((each) => each.resultId === line.resultId),
                )}
              />
            )}
            {group.lines.map(({ resultId }) => {
              place += 1;
              const own = place;
              const cell = cells[own];
              if (!cell || cell.line.resultId !== resultId) return null;
              return (
                <GridRow
                  key={resultId}
                  cell={cell}
                  place={own}
                  isCurrent={own === at}
                  zone={zone}
                  decimals={decimals}
                  decimalsBefore={decimalsBefore}
                  onFocus={() => onEnter(own)}
                  onType={(typed) => work.type(resultId, typed)}
                  onLeave={() => work.commit(resultId)}
                  onTake={() => work.take(resultId)}
                  onKeep={() => work.keep(resultId)}
                />
              );
            })}
          </tbody>
        </Fragment>
      ))}
    </table>
  );
}

function GroupHead({ name, cells }: { name: string; cells: readonly Cell[] }) {
  const entered = cells.filter(({ line }) => line.value !== null || line.notReported).length;
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={9}
        className="h-6 border-b border-line bg-sunken ps-12 text-start text-xs font-strong text-ink-2"
      >
        {name}{" "}
        <span className="ms-2 font-normal text-ink-3">
          {entered} of {cells.length}
        </span>
      </th>
    </tr>
  );
}
