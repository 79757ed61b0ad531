"use client";

import { type MouseEvent, useSyncExternalStore } from "react";
import { cx } from "@/components/ui/cx";
import { Num } from "@/components/ui/num";
import { splitNumber } from "@/components/ui/number-text";
import { groupDigits } from "@/lib/core/digits";
import { unitWords } from "@/lib/core/unit-words";
import type { Cell } from "./cell";

type ValueFieldProps = {
  cell: Cell;
  /** Its line, counted from 0: the arrows find it by this. */
  place: number;
  isCurrent: boolean;
  /** Figures behind the point of the widest value, so that the points stand under one another. */
  decimals: number;
  onFocus: () => void;
  onType: (value: string) => void;
  onLeave: () => void;
};

/** The one thing of a line that takes the focus; all lines together are one Tab stop. */
export function ValueField({ cell, place, isCurrent, decimals, onFocus, onType, onLeave }: ValueFieldProps) {
  const { line, status, typed } = cell;
  const isNumber = line.kind === "numeric";
  const isAtWork = useAtWork();
  const common = { "data-place": place, tabIndex: isCurrent ? 0 : -1, onFocus };
  if (!line.may.enter) {
    return (
      <div {...common} className={cx("px-2 font-medium -outline-offset-2", isNumber && "text-end")}>
        <ReadOnly cell={cell} decimals={decimals} />
      </div>
    );
  }
  return (
    <input
      {...common}
      // Grouped to be read; plain to be typed in.
      value={isNumber && !isCurrent ? groupDigits(typed.value) : typed.value}
      aria-label={`${line.analyteName}${line.unit ? `, ${unitWords(line.unit)}` : ""}`}
      aria-invalid={status.is === "invalid" || undefined}
      aria-describedby={`saved-${line.resultId}`}
      readOnly={status.is === "conflict" || !isAtWork}
      inputMode={isNumber ? "decimal" : "text"}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="next"
      onMouseDown={selectWhole}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
      style={isNumber ? { paddingInlineEnd: endOf(typed.value, decimals) } : undefined}
      className={cx(
        "block h-full min-h-6 w-full rounded-xs bg-transparent ps-2 font-medium max-md:h-11 max-md:text-md",
        "focus:bg-surface focus:outline-2 focus:-outline-offset-1 focus:outline-focus",
        // On a phone words stay beside their names: a wider field would scroll them away when it takes the focus.
        isNumber ? "text-end tabular-nums" : "pe-2 max-md:w-40",
        edges[status.is],
      )}
    />
  );
}

/** Whether the page answers to keys already: before that a value would be typed into the air, and be gone. */
function useAtWork(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const never = () => () => {};

/** Whoever comes to a field by pointing types over its value, as who comes by keys: "12" and a 5 make no 125. */
function selectWhole(event: MouseEvent<HTMLInputElement>) {
  const field = event.currentTarget;
  if (document.activeElement === field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function ReadOnly({ cell: { line }, decimals }: Pick<ValueFieldProps, "cell" | "decimals">) {
  if (line.notReported) return <span className="text-ink-2">not reported</span>;
  if (line.value === null) return <span className="text-ink-3">–</span>;
  return line.kind === "numeric" ? <Num value={line.value} decimals={decimals} /> : line.value;
}

/** The room that the missing decimals of this value take in its column. */
function endOf(typed: string, decimals: number): string {
  const own = Math.max(0, (splitNumber(typed)?.fraction.length ?? 0) - 1);
  const point = decimals > 0 && own === 0 ? 1 : 0;
  return `calc(8px + ${Math.max(0, decimals - own)} * var(--num-digit) + ${point} * var(--num-point))`;
}

const refused = "bg-danger-tint text-danger shadow-[inset_0_0_0_1px_var(--color-danger-line)]";

const edges: Record<Cell["status"]["is"], string> = {
  still: "",
  unsent: "shadow-[inset_0_0_0_1px_var(--color-field-line)]",
  saving: "",
  saved: "",
  invalid: refused,
  failed: refused,
  conflict: "bg-warn-tint text-warn shadow-[inset_0_0_0_1px_var(--color-warn)]",
};
