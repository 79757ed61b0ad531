"use client";

import { Flag } from "@/components/lab/flag";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { cx } from "@/components/ui/cx";
import { Num } from "@/components/ui/num";
import { unitWords } from "@/lib/core/unit-words";
import type { Cell } from "./cell";
import { changeWords } from "./change-words";
import { SaveState } from "./save-state";
import { ValueField } from "./value-field";

type GridRowProps = {
  cell: Cell;
  place: number;
  isCurrent: boolean;
  zone: string;
  /** Figures behind the point of the widest value, now and before. */
  decimals: number;
  decimalsBefore: number;
  onFocus: () => void;
  onType: (value: string) => void;
  onLeave: () => void;
  onTake: () => void;
  onKeep: () => void;
};

/** One line of the grid, in the order it is read: what, its flag, its value, what that is judged by. */
export function GridRow({ cell, place, isCurrent, zone, decimals, decimalsBefore, ...on }: GridRowProps) {
  const { line } = cell;
  const { interval, flag, previous } = line;
  const isCritical = flag === "HH" || flag === "LL";
  const isNumber = line.kind === "numeric";
  return (
    <tr
      aria-selected={isCurrent}
      className={cx(
        "group/line h-6 max-md:h-11 [&>*]:border-b [&>*]:border-line [&>td]:px-2 [&>td]:py-0",
        isCurrent && "bg-select",
      )}
    >
      <td
        className={cx(
          "text-end text-xs tabular-nums max-md:hidden",
          isCritical
            ? "text-flag-critical-ink shadow-[inset_3px_0_0_var(--color-flag-critical)]"
            : "text-ink-3",
        )}
      >
        {place + 1}
      </td>
      <th
        scope="row"
        className={cx(
          "px-2 text-start leading-5 font-normal wrap-anywhere",
          isCritical && "max-md:shadow-[inset_3px_0_0_var(--color-flag-critical)]",
        )}
      >
        {line.analyteName}
        <Origin cell={cell} />
      </th>
      <td className="px-1! text-center">{line.value !== null && <Flag flag={flag} />}</td>
      <td className="h-6 p-0!" colSpan={isNumber ? 1 : 3}>
        <ValueField
          cell={cell}
          place={place}
          isCurrent={isCurrent}
          decimals={decimals}
          onFocus={on.onFocus}
          onType={on.onType}
          onLeave={on.onLeave}
        />
      </td>
      {isNumber && (
        <>
          <td className="text-ink-2">{unitWords(line.unit)}</td>
          <td className="text-end text-ink-2">{interval?.words}</td>
        </>
      )}
      <td className="relative px-3! text-center">
        <Place cell={cell} />
      </td>
      <td className={cx("text-ink-3", isNumber && "text-end")} colSpan={isNumber ? 1 : 2}>
        {previous && (isNumber ? <Num value={previous.value} decimals={decimalsBefore} /> : previous.value)}
      </td>
      {isNumber && (
        <td className="text-end whitespace-nowrap text-ink-3 tabular-nums">
          {changeWords(line.value, previous?.value)}
        </td>
      )}
      <td id={`saved-${line.resultId}`} className="ps-3.5! text-xs">
        <SaveState cell={cell} zone={zone} onTake={on.onTake} onKeep={on.onKeep} />
      </td>
    </tr>
  );
}

/** Why this line is not the first of its kind. */
function Origin({ cell: { line } }: { cell: Cell }) {
  if (line.amends) {
    return <span className="ms-1.5 text-xs text-ink-3">amends {line.amends.value ?? "a value"}</span>;
  }
  if (line.replaceReason) {
    return <span className="ms-1.5 text-xs text-ink-3">again: {line.replaceReason}</span>;
  }
  return null;
}

/** The value on its interval: bands of a column are one ruler, so they fill their cells. */
function Place({ cell: { line } }: { cell: Cell }) {
  const { interval, value, flag, previous } = line;
  if (line.kind !== "numeric" || !interval) return <span className="text-xs text-ink-3">no interval</span>;
  const picture = intervalPicture({
    ...{ value, flag },
    low: interval.low,
    high: interval.high,
    previous: previous?.value,
  });
  if (!picture) return <EmptyBand low={interval.low} high={interval.high} />;
  return (
    <span className="absolute inset-x-3 inset-y-0">
      <IntervalGlyph picture={picture} form="column" label={`${value} against ${interval.words}`} />
    </span>
  );
}

/** The ruler goes on where there is no value yet. */
function EmptyBand({ low, high }: { low: string | null; high: string | null }) {
  if (low === null && high === null) return <span className="text-xs text-ink-3">in words</span>;
  return (
    <span aria-hidden="true" className="absolute inset-x-3 inset-y-0">
      <span
        className={cx(
          "absolute inset-y-0 border-interval-edge bg-interval",
          low === null ? "start-0" : "start-[30%] border-s",
          high === null ? "end-0" : "end-[30%] border-e",
        )}
      />
    </span>
  );
}
