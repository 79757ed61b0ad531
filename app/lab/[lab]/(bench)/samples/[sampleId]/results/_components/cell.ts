import { parseQuantity } from "@/lib/core/quantity";
import type { EnteredResult } from "@/lib/results/schema";
import type { GridLine } from "@/lib/results/schema.queues";

/** How one value stands between the hand and the database. */
export type CellStatus =
  | { is: "still" }
  /** Typed before a reload, and never left: it is not sent by itself, because it may be half a value. */
  | { is: "unsent" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  | { is: "invalid"; why: string }
  | { is: "failed"; why: string; retryAt: number }
  | { is: "conflict"; theirs: EnteredResult };

/** What a person writes on a line. */
export type Typed = { value: string; comment: string; commentForReport: string; abnormal: boolean | null };

export type Cell = {
  /** As the server holds it. */
  line: GridLine;
  /** As it stands in the fields; differs from the line until it is saved. */
  typed: Typed;
  status: CellStatus;
};

export function cellOf(line: GridLine): Cell {
  const status: CellStatus = line.enteredAt ? { is: "saved", at: line.enteredAt } : { is: "still" };
  return { line, typed: typedOf(line), status };
}

/** What stands in the fields when nothing is typed. */
export function typedOf({
  value,
  comment,
  commentForReport,
  abnormal,
}: Pick<GridLine, "value" | "comment" | "commentForReport" | "abnormal">): Typed {
  return { value: value ?? "", comment: comment ?? "", commentForReport: commentForReport ?? "", abnormal };
}

export function isUnsaved({ line, typed }: Cell): boolean {
  const saved = typedOf(line);
  return (
    typed.value.trim() !== saved.value ||
    typed.comment.trim() !== saved.comment ||
    typed.commentForReport.trim() !== saved.commentForReport ||
    typed.abnormal !== saved.abnormal
  );
}

/** A line as the server answered it; what only the page knows of it stays. */
export function withEntered(line: GridLine, entered: EnteredResult): GridLine {
  const { id: _, ...shared } = entered;
  const isCritical = entered.flag === "HH" || entered.flag === "LL";
  const wasCritical = line.flag === "HH" || line.flag === "LL";
  // One call settles a result: a critical value that is corrected to another keeps the call that was made.
  const callIsOpen = isCritical && (wasCritical ? line.callIsOpen : true);
  return { ...line, ...shared, callIsOpen, may: { ...line.may, recordCall: isCritical && line.may.enter } };
}

/** A line as the server would answer it. */
export function asEntered(line: GridLine): EnteredResult {
  const { resultId: id, version, analyteCode, state, value, unit, flag, abnormal } = line;
  const { interval, criticalLimit, comment, commentForReport, enteredAt, enteredBy } = line;
  return {
    ...{ id, version, analyteCode, state, value, unit, flag, abnormal, interval, criticalLimit },
    ...{ comment, commentForReport, enteredAt, enteredBy: enteredBy ?? "somebody else" },
  };
}

/** The value that is meant by what was typed, or what is wrong with it. The server judges again. */
export function readTyped(
  line: GridLine,
  typed: string,
): { ok: true; value: string } | { ok: false; why: string } {
  const text = typed.trim();
  if (text === "") {
    return line.value === null
      ? { ok: false, why: "There is no value yet: enter one, then what belongs to it." }
      : { ok: false, why: "A value once entered is corrected, not emptied." };
  }
  if (line.kind === "numeric") {
    const read = parseQuantity(text, { decimals: line.decimals });
    return read.ok ? { ok: true, value: read.quantity.text } : { ok: false, why: read.reason };
  }
  if (line.kind === "text") return { ok: true, value: text };
  const choice = choiceOf(line, text);
  if (choice) return { ok: true, value: choice.label };
  return { ok: false, why: `Choose one of: ${line.choices.map(({ label }) => label).join(", ")}.` };
}

type Choice = GridLine["choices"][number];

/** A choice by its code, its words, its key, or the only one that begins so. */
export function choiceOf(line: GridLine, text: string): Choice | null {
  const folded = text.toLowerCase();
  const exact = line.choices.find(
    ({ code, label }) => code.toLowerCase() === folded || label.toLowerCase() === folded,
  );
  const begun = line.choices.filter(({ label }) => label.toLowerCase().startsWith(folded));
  return exact ?? choiceByKey(line, text) ?? (begun.length === 1 ? (begun[0] ?? null) : null);
}

/** The choice that a figure key picks. */
export function choiceByKey(line: GridLine, key: string): Choice | null {
  const picked = line.choices.filter((_, place) => keyOfChoice(line, place) === key);
  return picked.length === 1 ? (picked[0] ?? null) : null;
}

/**
 * The figure key of a choice: its place; but where choices are themselves figures ("Negative, 1+, 2+") the key is
 * the figure, so that nobody who types "1+" picks the first of the list.
 */
export function keyOfChoice({ choices }: Pick<GridLine, "choices">, place: number): string | null {
  const isFigure = choices.some(({ label }) => /^\d/.test(label));
  if (!isFigure) return place < 9 ? String(place + 1) : null;
  return /^\d/.exec(choices[place]?.label ?? "")?.[0] ?? null;
}
