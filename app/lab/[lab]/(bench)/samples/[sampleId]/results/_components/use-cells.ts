"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { hasSessionEnded } from "@/components/forms/answer";
import { draftsOf } from "@/components/forms/draft";
import type { EnteredResult } from "@/lib/results/schema";
import type { Grid } from "@/lib/results/schema.queues";
import { enter } from "../actions";
import { type Cell, type CellStatus, cellOf, isUnsaved, readTyped, type Theirs } from "./cell";

const retryAfter = 4_000;

/**
 * The values of one sample: each saves itself with its version, by itself. What is not saved is kept on the
 * device through a reload and a lost network, and tried again.
 */
export function useCells(grid: Grid) {
  const drafts = useMemo(() => draftsOf(`grid-${grid.sample.id}`), [grid.sample.id]);
  const [cells, setCells] = useState(() => cellsOf(grid));
  const latest = useRef(cells);
  latest.current = cells;

  const put = useCallback((id: string, change: (cell: Cell) => Cell) => {
    setCells((all) => all.map((cell) => (cell.line.resultId === id ? change(cell) : cell)));
  }, []);

  // A page rendered anew (after verifying, say) brings the lines as they are; what is being typed stays.
  useEffect(() => {
    const kept = drafts.read()?.values ?? {};
    setCells((before) => cellsOf(grid).map((fresh) => withTyped(fresh, before, kept)));
  }, [grid, drafts]);

  useEffect(() => {
    const unsaved = cells.filter(isUnsaved);
    if (unsaved.length === 0) return drafts.forget();
    const values = Object.fromEntries(unsaved.map(({ line, typed }) => [line.resultId, typed]));
    drafts.write({ values, chosen: {} });
  }, [cells, drafts]);

  const send = useCallback(
    async (id: string, typed: string, version: number) => {
      const cell = latest.current.find(({ line }) => line.resultId === id);
      if (!cell) return;
      const read = readTyped(cell.line, typed);
      if (!read.ok) return put(id, (now) => ({ ...now, status: { is: "invalid", why: read.why } }));
      put(id, (now) => ({ ...now, typed: read.value, status: { is: "saving" } }));
      const { analyteCode } = cell.line;
      const body = { results: [{ analyteCode, value: read.value, version }] };
      const answer = await enter({ params: { sampleId: grid.sample.id }, body }).catch(() => null);
      const saved = answer?.ok ? answer.value.results[0] : undefined;
      put(id, (now) => (saved ? withSaved(now, saved) : { ...now, status: refusedStatus(answer) }));
    },
    [grid.sample.id, put],
  );

  const commit = useCallback(
    (id: string) => {
      const cell = latest.current.find(({ line }) => line.resultId === id);
      if (!cell?.line.may.enter || cell.status.is === "saving" || cell.status.is === "conflict") return;
      if (isUnsaved(cell)) void send(id, cell.typed, cell.line.version);
    },
    [send],
  );

  useRetries(cells, commit);

  return {
    cells,
    type: (id: string, typed: string) => put(id, (cell) => ({ ...cell, typed, status: whileTyping(cell) })),
    restore: (id: string) => put(id, (cell) => (cell.status.is === "conflict" ? cell : cellOf(cell.line))),
    commit,
    /** Takes somebody else's value as it stands. */
    take: (id: string) =>
      put(id, (cell) => (cell.status.is === "conflict" ? taken(cell, cell.status.theirs) : cell)),
    /** Writes one's own over somebody else's, knowingly. */
    keep: (id: string) => {
      const cell = latest.current.find(({ line }) => line.resultId === id);
      if (cell?.status.is === "conflict") void send(id, cell.typed, cell.status.theirs.version);
    },
    saveText: (id: string, more: { comment?: string; commentForReport?: string; abnormal?: boolean }) =>
      saveMore(grid.sample.id, latest.current, id, more, put),
  };
}

function cellsOf(grid: Grid): Cell[] {
  return grid.groups.flatMap(({ lines }) => lines.map(cellOf));
}

function withTyped(fresh: Cell, before: readonly Cell[], kept: Record<string, unknown>): Cell {
  const own = before.find(({ line }) => line.resultId === fresh.line.resultId);
  const typed = own && isUnsaved(own) ? own.typed : kept[fresh.line.resultId];
  if (!fresh.line.may.enter || typeof typed !== "string" || typed === fresh.typed) return fresh;
  return { ...fresh, typed, status: { is: "failed", why: "kept here", retryAt: Date.now() } };
}

function whileTyping({ status }: Cell): CellStatus {
  return status.is === "conflict" ? status : { is: "still" };
}

function withSaved(cell: Cell, saved: EnteredResult): Cell {
  const { value, version, flag, abnormal, interval, criticalLimit, enteredBy, enteredAt, state, unit } =
    saved;
  const callIsOpen = flag === "HH" || flag === "LL" ? cell.line.callIsOpen || cell.line.flag !== flag : false;
  const line = {
    ...cell.line,
    value,
    version,
    flag,
    abnormal,
    interval,
    criticalLimit,
    enteredBy,
    enteredAt,
  };
  const may = { ...line.may, recordCall: callIsOpen || line.may.recordCall };
  // Typed on meanwhile: that stays, and is saved when it is left.
  const typed =
    cell.typed.trim() === (value ?? "") || cell.status.is === "saving" ? (value ?? "") : cell.typed;
  return {
    line: { ...line, state, unit, callIsOpen, may },
    typed,
    status: { is: "saved", at: enteredAt ?? new Date().toISOString() },
  };
}

function taken({ line }: Cell, theirs: Theirs): Cell {
  return cellOf({ ...line, value: theirs.value, version: theirs.version, enteredBy: theirs.enteredBy });
}

type Answer = Awaited<ReturnType<typeof enter>> | null;

function refusedStatus(answer: Answer): CellStatus {
  const again = { is: "failed" as const, retryAt: Date.now() + retryAfter };
  if (!answer || answer.ok) return { ...again, why: "kept here" };
  const { problem } = answer;
  const [theirs] = conflictsOf(problem.members);
  if (theirs) return { is: "conflict", theirs };
  if (hasSessionEnded(problem)) return { ...again, why: "signed out: sign in in another tab, kept here" };
  if (problem.status >= 500 || problem.status === 429) return { ...again, why: "kept here" };
  const said = Object.values(problem.errors ?? {}).flat();
  return { is: "invalid", why: said[0] ?? problem.detail };
}

function conflictsOf(members: Record<string, unknown> | undefined): Theirs[] {
  const given = members?.conflicts;
  // The operation's own members: EnteredResult each, as lib/results/schema says.
  return Array.isArray(given) ? (given as Theirs[]) : [];
}

/** What could not be saved is tried again when its time has come, and when the network is back. */
function useRetries(cells: readonly Cell[], commit: (id: string) => void) {
  useEffect(() => {
    const waiting = cells.filter(({ status }) => status.is === "failed");
    if (waiting.length === 0) return;
    const retry = () => {
      for (const { line } of waiting) commit(line.resultId);
    };
    const next = Math.min(...waiting.map(({ status }) => (status.is === "failed" ? status.retryAt : 0)));
    const timer = setTimeout(retry, Math.max(0, next - Date.now()));
    addEventListener("online", retry);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", retry);
    };
  }, [cells, commit]);
}

async function saveMore(
  sampleId: string,
  cells: readonly Cell[],
  id: string,
  more: { comment?: string; commentForReport?: string; abnormal?: boolean },
  put: (id: string, change: (cell: Cell) => Cell) => void,
) {
  const cell = cells.find(({ line }) => line.resultId === id);
  if (!cell || cell.line.value === null) return;
  const { analyteCode, value, version } = cell.line;
  const answer = await enter({
    params: { sampleId },
    body: { results: [{ analyteCode, value, version, ...more }] },
  }).catch(() => null);
  const saved = answer?.ok ? answer.value.results[0] : undefined;
  put(id, (now) => {
    if (!saved) return { ...now, status: refusedStatus(answer) };
    const { comment, commentForReport } = saved;
    const after = withSaved(now, saved);
    return { ...after, line: { ...after.line, comment, commentForReport } };
  });
}
