"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Grid } from "@/lib/results/schema.queues";
import { enter } from "../actions";
import { type CellStore, cellStore } from "./cell-store";
import { entryDrafts } from "./entry-drafts";

const linesOf = (grid: Grid) => grid.groups.flatMap(({ lines }) => lines);

/** The values of one sample, each saving itself; the page is keyed by the sample. */
export function useCells(grid: Grid) {
  const [store] = useState(() => storeOf(grid));
  const cells = useSyncExternalStore(store.subscribe, store.cells, store.cells);

  useEffect(() => store.revive(), [store]);
  // The first lines are the ones it was made of; a page rendered anew (after verifying, say) brings others.
  useEffect(() => store.adopt(linesOf(grid)), [store, grid]);
  useRetries(store, cells);

  return { ...store, cells, latest: store.cells };
}

// Going back shows the page as it was fetched, older than what was saved on it since: its store knows better.
const opened = new Map<string, CellStore>();
const OPENED_MAX = 20;

function storeOf(grid: Grid): CellStore {
  const { id: sampleId } = grid.sample;
  const known = opened.get(sampleId);
  if (known) return known;
  const store = cellStore({
    lines: linesOf(grid),
    send: (results) => enter({ params: { sampleId }, body: { results } }),
    drafts: entryDrafts(sampleId),
  });
  // A server serves many people: nothing of one request outlives it.
  if (typeof window === "undefined") return store;
  const [oldest] = opened.keys();
  if (opened.size >= OPENED_MAX && oldest) opened.delete(oldest);
  opened.set(sampleId, store);
  return store;
}

/** What could not be saved is sent again when its time has come, and when the network is back. */
function useRetries(store: CellStore, cells: ReturnType<CellStore["cells"]>) {
  const next = Math.min(...cells.map(({ status }) => (status.is === "failed" ? status.retryAt : Infinity)));
  useEffect(() => {
    if (next === Infinity) return;
    const timer = setTimeout(() => store.retry((at) => at <= Date.now()), Math.max(0, next - Date.now()));
    const now = () => store.retry(() => true);
    addEventListener("online", now);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", now);
    };
  }, [store, next]);
}
