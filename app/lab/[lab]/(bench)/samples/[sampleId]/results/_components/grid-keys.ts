import type { KeyboardEvent } from "react";
import { type Cell, choiceByKey } from "./cell";
import type { useCells } from "./use-cells";

/** What the keys of the grid reach. */
export type GridHands = {
  cell: Cell;
  /** The current line, counted from 0. */
  at: number;
  work: ReturnType<typeof useCells>;
  goTo: (place: number) => void;
  toComment: () => void;
  toCall: () => void;
  finish: () => void;
};

const PAGE = 10;

/** Enter commits and goes down, arrows move, Esc puts the saved value back; figures and letters where they mean something. */
export function pressInGrid(event: KeyboardEvent, hands: GridHands): void {
  const act = actOf(event, hands);
  if (!act) return;
  event.preventDefault();
  act();
}

function actOf({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent, hands: GridHands) {
  const { cell, at, work, goTo } = hands;
  const { resultId, kind, may } = cell.line;
  const commitAnd = (then: () => void) => () => {
    work.commit(resultId);
    then();
  };
  if (altKey || metaKey) return null;
  if (key === "Enter" && ctrlKey) return commitAnd(hands.finish);
  if (ctrlKey) return null;
  if (key === "Enter" || key === "ArrowDown") return commitAnd(() => goTo(at + (shiftKey ? -1 : 1)));
  if (key === "ArrowUp") return commitAnd(() => goTo(at - 1));
  if (key === "PageDown") return commitAnd(() => goTo(at + PAGE));
  if (key === "PageUp") return commitAnd(() => goTo(at - PAGE));
  if (key === "Escape") return () => work.restore(resultId);
  if (cell.status.is === "conflict") {
    if (/^t$/i.test(key)) return () => work.take(resultId);
    return /^k$/i.test(key) ? () => work.keep(resultId) : null;
  }
  // Where words are typed, letters and signs are letters and signs.
  if (kind === "text" && may.enter) return null;
  if (key === ";") return hands.toComment;
  if (kind === "numeric" && /^c$/i.test(key)) return hands.toCall;
  const chosen = kind === "coded" && may.enter && /^\d$/.test(key) ? choiceByKey(cell.line, key) : null;
  return chosen && (() => work.type(resultId, { value: chosen.label }));
}
