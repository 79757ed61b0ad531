import type { ResultEntry } from "@/lib/results/schema";
import type { GridLine } from "@/lib/results/schema.queues";
import { asEntered, type Cell, cellOf, isUnsaved, readTyped, type Typed, typedOf, withEntered } from "./cell";
import { type EntryAnswer, type Outcome, outcomesOf } from "./entry-answer";
import type { EntryDrafts, Kept } from "./entry-drafts";

const RETRY_AFTER_MS = 4_000;

type CellStoreOptions = {
  lines: readonly GridLine[];
  /** Sends values together; taken all or none. Never called again before it has answered. */
  send: (entries: ResultEntry[]) => Promise<EntryAnswer>;
  drafts: EntryDrafts;
};

export type CellStore = ReturnType<typeof cellStore>;

/**
 * The values of one sample between the hand and the database, without a page around them. Each saves itself with
 * the version that was looked at; what is left while others are on their way goes together with the next.
 */
export function cellStore({ lines, send, drafts }: CellStoreOptions) {
  let cells: readonly Cell[] = lines.map(cellOf);
  /** Left, not sent yet: what is sent is what stood there when it was left. */
  const waiting = new Map<string, Typed>();
  let onTheWay: ReadonlyMap<string, Typed> = new Map();
  const listeners = new Set<() => void>();
  let idle: (() => void)[] = [];

  const find = (id: string) => cells.find(({ line }) => line.resultId === id);

  function replace(next: readonly Cell[]) {
    cells = next;
    drafts.keep(cells);
    for (const listener of listeners) listener();
  }

  function put(id: string, change: (cell: Cell) => Cell) {
    replace(cells.map((cell) => (cell.line.resultId === id ? change(cell) : cell)));
  }

  /** Sends again what could not be sent, if its time has come. */
  function retry(isDue: (retryAt: number) => boolean) {
    const due = cells.filter(({ status }) => status.is === "failed" && isDue(status.retryAt));
    for (const { line } of due) commit(line.resultId);
  }

  function commit(id: string) {
    const cell = find(id);
    if (!cell?.line.may.enter || cell.status.is === "conflict") return;
    if (!isUnsaved(cell)) {
      // Typed back to what is saved. What is on its way is another value: this one follows it.
      if (onTheWay.has(id)) waiting.set(id, cell.typed);
      else put(id, ({ line }) => cellOf(line));
      return;
    }
    const read = readTyped(cell.line, cell.typed.value);
    if (!read.ok) {
      waiting.delete(id);
      return put(id, (now) => ({ ...now, status: { is: "invalid", why: read.why } }));
    }
    const typed = { ...cell.typed, value: read.value };
    const out = waiting.get(id) ?? onTheWay.get(id);
    // Enter leaves the field, and so does the focus that follows.
    if (out && isSame(out, typed)) return;
    waiting.set(id, typed);
    put(id, (now) => ({ ...now, typed, status: { is: "saving" } }));
    void pump();
  }

  async function pump() {
    if (onTheWay.size > 0 || waiting.size === 0) return;
    onTheWay = new Map(waiting);
    waiting.clear();
    const sent = [...onTheWay].flatMap(([id, typed]) => {
      const cell = find(id);
      return cell ? [{ id, entry: entryOf(cell.line, typed) }] : [];
    });
    const answer = await send(sent.map(({ entry }) => entry)).catch(() => null);
    const carried = onTheWay;
    onTheWay = new Map();
    for (const [id, outcome] of outcomesOf(sent, answer)) settle(id, carried.get(id), outcome);
    if (waiting.size > 0) return await pump();
    for (const resolve of idle) resolve();
    idle = [];
  }

  function settle(id: string, sent: Typed | undefined, outcome: Outcome) {
    const cell = find(id);
    if (!cell || !sent) return;
    if (outcome.is === "again") {
      if (!waiting.has(id)) waiting.set(id, sent);
      return;
    }
    // The answer to the time before was lost on its way: that very value is saved.
    const isOurs =
      outcome.is === "conflict" &&
      isSame(typedOf(outcome.theirs), { ...sent, abnormal: outcome.theirs.abnormal });
    if (outcome.is === "saved" || isOurs) {
      const entered = outcome.is === "saved" ? outcome.entered : outcome.theirs;
      return put(id, (now) => afterSaving(now, sent, withEntered(now.line, entered), waiting.has(id)));
    }
    if (outcome.is === "conflict") {
      waiting.delete(id);
      return put(id, (now) => ({ ...now, status: { is: "conflict", theirs: outcome.theirs } }));
    }
    // Typed and left again meanwhile: that is sent now, and has an answer of its own.
    if (waiting.has(id)) return;
    if (outcome.is === "invalid" && !isSame(cell.typed, sent)) {
      return put(id, (now) => ({ ...now, status: { is: "still" } }));
    }
    const status = outcome.is === "failed" ? { ...outcome, retryAt: Date.now() + RETRY_AFTER_MS } : outcome;
    put(id, (now) => ({ ...now, status }));
  }

  return {
    cells: () => cells,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    type(id: string, more: Partial<Typed>) {
      put(id, (cell) => {
        if (cell.status.is === "conflict") return cell;
        const isOut = onTheWay.has(id) || waiting.has(id);
        return { ...cell, typed: { ...cell.typed, ...more }, status: { is: isOut ? "saving" : "still" } };
      });
    },
    commit,
    /** Puts the saved value back; what is on its way is as good as saved. */
    restore(id: string) {
      const out = waiting.get(id) ?? onTheWay.get(id);
      put(id, (cell) => {
        if (cell.status.is === "conflict") return cell;
        return out ? { ...cell, typed: out } : cellOf(cell.line);
      });
    },
    /** Takes somebody else's value as it stands. */
    take(id: string) {
      put(id, (cell) =>
        cell.status.is === "conflict" ? cellOf(withEntered(cell.line, cell.status.theirs)) : cell,
      );
    },
    /** Writes one's own over somebody else's, knowingly. */
    keep(id: string) {
      const cell = find(id);
      if (cell?.status.is !== "conflict") return;
      const { theirs } = cell.status;
      put(id, (now) => ({ ...now, line: withEntered(now.line, theirs), status: { is: "still" } }));
      commit(id);
    },
    retry,
    /** After a reload: what was typed before it stands in its fields again. */
    revive() {
      const kept = drafts.read();
      replace(cells.map((cell) => revived(cell, kept.get(cell.line.resultId))));
      retry(() => true);
    },
    /** The page was rendered anew: lines as they are, and over them what is being typed. */
    adopt(fresh: readonly GridLine[]) {
      replace(
        fresh.map((line) => {
          const own = find(line.resultId);
          return own ? renewed(own, line) : cellOf(line);
        }),
      );
    },
    /** When nothing is on its way any more. */
    settled(): Promise<void> {
      if (onTheWay.size === 0 && waiting.size === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}

function entryOf(line: GridLine, typed: Typed): ResultEntry {
  const { analyteCode, version } = line;
  const changed = (now: string, saved: string | null) => now.trim() !== (saved ?? "");
  return {
    analyteCode,
    value: typed.value,
    version,
    ...(changed(typed.comment, line.comment) && { comment: typed.comment.trim() || null }),
    ...(changed(typed.commentForReport, line.commentForReport) && {
      commentForReport: typed.commentForReport.trim() || null,
    }),
    ...(line.kind === "text" && typed.abnormal !== line.abnormal && { abnormal: typed.abnormal }),
  };
}

/** What was typed on meanwhile stays, and is saved when it is left. */
function afterSaving(cell: Cell, sent: Typed, line: GridLine, isWaiting: boolean): Cell {
  const after = { ...cell, line };
  if (isWaiting) return after;
  if (isSame(cell.typed, sent)) return cellOf(line);
  return cell.status.is === "invalid" ? after : { ...after, status: { is: "still" } };
}

function isSame(a: Typed, b: Typed): boolean {
  return (
    a.value === b.value &&
    a.comment === b.comment &&
    a.commentForReport === b.commentForReport &&
    a.abnormal === b.abnormal
  );
}

/** What was left before the reload is sent again; what was not may be half a value, and waits to be left. */
function revived(cell: Cell, kept: Kept | undefined): Cell {
  if (!kept || !cell.line.may.enter || isUnsaved(cell)) return cell;
  const { typed, version, wasLeft } = kept;
  const back = { ...cell, typed };
  if (!isUnsaved(back)) return cell;
  if (version !== cell.line.version) {
    return { ...back, status: { is: "conflict", theirs: asEntered(cell.line) } };
  }
  return {
    ...back,
    status: wasLeft ? { is: "failed", why: "kept here", retryAt: Date.now() } : { is: "unsent" },
  };
}

/** A line that came anew under a hand that may be on it. */
function renewed(own: Cell, fresh: GridLine): Cell {
  const isBusy = own.status.is === "saving" || own.status.is === "conflict";
  if (fresh.version < own.line.version || (isBusy && fresh.may.enter)) return own;
  if (!isUnsaved(own)) return cellOf(fresh);
  if (!fresh.may.enter) {
    const why = `It was ${fresh.state} meanwhile: ${own.typed.value} was not saved.`;
    return { ...cellOf(fresh), status: { is: "invalid", why } };
  }
  if (fresh.version === own.line.version) return { ...own, line: fresh };
  return { ...own, status: { is: "conflict", theirs: asEntered(fresh) } };
}
