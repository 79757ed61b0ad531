"use client";

import { Flag } from "@/components/lab/flag";
import { IntervalGlyph } from "@/components/lab/interval-glyph";
import { intervalPicture } from "@/components/lab/interval-picture";
import { cx } from "@/components/ui/cx";
import { Num } from "@/components/ui/num";
import { groupDigits } from "@/lib/core/dates";
import type { Cell } from "./cell";
import { SaveState } from "./save-state";

type GridRowProps = {
  cell: Cell;
  place: number;
  isCurrent: boolean;
  zone: string;
  decimals: number;
  decimalsBefore: number;
  onFocus: () => void;
  onType: (typed: string) => void;
  onLeave: () => void;
  onTake: () => void;
  onKeep: () => void;
};

/** One line of the grid; its value field is the only thing in it that takes the focus. */
export function GridRow({ cell, place, isCurrent, zone, decimals, decimalsBefore, ...on }: GridRowProps) {
  const { line, status, typed } = cell;
  const { interval, flag, previous } = line;
  const isCritical = flag === "HH" || flag === "LL";
  const picture = interval
    ? intervalPicture({
        value: line.value,
        low: interval.low,
        high: interval.high,
        flag,
        previous: previous?.value,
      })
    : null;
  const isWords = line.kind !== "numeric";
  return (
    <tr
      aria-selected={isCurrent}
      className={cx(
        "h-6 max-md:h-11 [&>td]:border-b [&>td]:border-line [&>td]:px-2 [&>td]:py-0 [&>th]:border-b [&>th]:border-line",
        isCurrent && "bg-select",
        isCritical && "shadow-[inset_3px_0_0_var(--color-flag-critical)]",
      )}
    >
      <td
        className={cx("text-end text-xs tabular-nums", isCritical ? "text-flag-critical-ink" : "text-ink-3")}
      >
        {place + 1}
      </td>
      <th scope="row" className="px-2 text-start font-normal wrap-anywhere">
        {line.analyteName}
        {line.amends && (
          <span className="ms-1.5 text-xs text-ink-3">amends {line.amends.value ?? "a value"}</span>
        )}
        {line.replaceReason && !line.amends && (
          <span className="ms-1.5 text-xs text-ink-3">again: {line.replaceReason}</span>
        )}
      </th>
      <td>{line.value !== null || line.flag ? <Flag flag={flag} /> : null}</td>
      <td className={cx("p-0!", !isWords && "text-end")} colSpan={isWords ? 2 : 1}>
        <Value cell={cell} typed={typed} place={place} isCurrent={isCurrent} decimals={decimals} {...on} />
      </td>
      {!isWords && <td className="text-ink-2">{line.unit}</td>}
      <td className="text-end text-ink-2 whitespace-nowrap">
        {interval ? (
          <span className="whitespace-normal">{interval.words}</span>
        ) : (
          <span className="text-xs text-ink-3">no interval</span>
        )}
      </td>
      <td className="h-6 p-0!">
        {picture && (
          <IntervalGlyph
            picture={picture}
            form="column"
            label={`${line.value} against ${interval?.words ?? ""}`}
          />
        )}
      </td>
      <td className="text-end text-ink-3">
        {previous &&
          (isWords ? previous.value : <Num value={groupDigits(previous.value)} decimals={decimalsBefore} />)}
      </td>
      <td className="text-xs">
        <SaveState line={line} status={status} zone={zone} onTake={on.onTake} onKeep={on.onKeep} />
      </td>
    </tr>
  );
}

type ValueProps = Pick<
  GridRowProps,
  "cell" | "place" | "isCurrent" | "decimals" | "onFocus" | "onType" | "onLeave"
> & {
  typed: string;
};

function Value({ cell, typed, place, isCurrent, decimals, onFocus, onType, onLeave }: ValueProps) {
  const { line, status } = cell;
  const isWords = line.kind !== "numeric";
  const common = { "data-place": place, tabIndex: isCurrent ? 0 : -1, onFocus };
  if (!line.may.enter) {
    const shown = line.notReported ? "not reported" : line.value;
    return (
      <div {...common} className={cx("px-2 font-medium -outline-offset-2", !isWords && "text-end")}>
        {shown === null ? (
          <span className="text-ink-3">–</span>
        ) : isWords ? (
          shown
        ) : (
          <Num value={groupDigits(shown)} decimals={decimals} />
        )}
      </div>
    );
  }
  const look = {
    invalid: "bg-danger-tint shadow-[inset_0_0_0_1px_var(--color-danger-line)]",
    failed: "bg-danger-tint shadow-[inset_0_0_0_1px_var(--color-danger-line)]",
    conflict: "bg-warn-tint shadow-[inset_0_0_0_1px_var(--color-warn)]",
    still: "",
    saving: "",
    saved: "",
  }[status.is];
  return (
    <input
      {...common}
      value={typed}
      aria-label={`${line.analyteName}${line.unit ? `, ${line.unit}` : ""}`}
      aria-invalid={status.is === "invalid" || undefined}
      inputMode={isWords ? "text" : "decimal"}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="next"
      list={line.kind === "coded" ? `choices-${line.resultId}` : undefined}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
      className={cx(
        "h-6 w-full rounded-xs bg-transparent px-2 font-medium outline-none max-md:h-11 max-md:text-md",
        "focus:bg-surface focus:outline-2 focus:-outline-offset-1 focus:outline-focus",
        !isWords && "text-end tabular-nums",
        look,
      )}
    />
  );
}
