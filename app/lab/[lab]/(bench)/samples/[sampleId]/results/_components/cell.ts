import { parseQuantity } from "@/lib/core/quantity";
import type { GridLine } from "@/lib/results/schema.queues";

/** What the server holds of somebody else's value. */
export type Theirs = { value: string | null; version: number; enteredBy: string };

/** How one value stands between the hand and the database. */
export type CellStatus =
  | { is: "still" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  | { is: "invalid"; why: string }
  | { is: "failed"; why: string; retryAt: number }
  | { is: "conflict"; theirs: Theirs };

export type Cell = {
  line: GridLine;
  /** What stands in the field; differs from the line's value until it is saved. */
  typed: string;
  status: CellStatus;
};

export function cellOf(line: GridLine): Cell {
  const status: CellStatus = line.enteredAt ? { is: "saved", at: line.enteredAt } : { is: "still" };
  return { line, typed: line.value ?? "", status };
}

export function isUnsaved({ line, typed }: Cell): boolean {
  return typed.trim() !== (line.value ?? "");
}

/** The value that is meant by what was typed, or what is wrong with it. The server judges again. */
export function readTyped(
  line: GridLine,
  typed: string,
): { ok: true; value: string } | { ok: false; why: string } {
  const text = typed.trim();
  if (text === "") return { ok: false, why: "A value once entered is corrected, not emptied." };
  if (line.kind === "numeric") {
    const read = parseQuantity(text, { decimals: line.decimals });
    return read.ok ? { ok: true, value: read.quantity.text } : { ok: false, why: read.reason };
  }
  if (line.kind === "text") return { ok: true, value: text };
  const choice = choiceOf(line, text);
  if (choice) return { ok: true, value: choice.label };
  return { ok: false, why: `Choose one of: ${line.choices.map(({ label }) => label).join(", ")}.` };
}

/** A choice by its number, its code, its words, or the only one that begins so. */
export function choiceOf(line: GridLine, text: string): { code: string; label: string } | null {
  const folded = text.toLowerCase();
  const byNumber = /^[1-9]$/.test(text) ? line.choices[Number(text) - 1] : undefined;
  const exact = line.choices.find(
    ({ code, label }) => code.toLowerCase() === folded || label.toLowerCase() === folded,
  );
  const begun = line.choices.filter(({ label }) => label.toLowerCase().startsWith(folded));
  return exact ?? byNumber ?? (begun.length === 1 ? (begun[0] ?? null) : null);
}
