"use client";

import { useEffect, useMemo, useReducer, useState } from "react";
import { draftsOf } from "@/components/forms/draft";
import type { ShownProblem } from "@/components/ui/problem-note";
import type { Scanned } from "@/lib/samples/schema";
import { localKey } from "../../_components/local-key";
import { attempt } from "../../_components/use-act";
import { scan as sendScan } from "../actions";
import { isRefused, type Line, type Move, moved, newStation, nextToSend, type Station } from "./station";

const RETRY_MS = 4000;

type StationOptions = {
  /** Instant of the page, for a rack that begins with it. */
  now: string;
  /** The order whose tubes are being received; null takes any. */
  orderId: string | null;
  onRefused: () => void;
};

/** The station of this tab: what was scanned survives a reload, and is sent as soon as it can be. */
export function useStation({ now, orderId, onRefused }: StationOptions) {
  const [station, move] = useReducer(moved, now, newStation);
  const [trouble, setTrouble] = useState<ShownProblem | null>(null);
  const [untold, setUntold] = useState<ShownProblem | null>(null);
  const isReady = useKept(station, move);

  useEffect(() => {
    const line = nextToSend(station);
    if (!isReady || !line) return;
    if (trouble && !mayPass(trouble)) return;
    const timer = setTimeout(() => void send(line), trouble ? RETRY_MS : 0);
    return () => clearTimeout(timer);

    async function send(line: Line) {
      move({ do: "send", id: line.id });
      const body = { barcode: line.barcode, ...(orderId && { orderId }), ...line.told };
      const answer = await attempt(() => sendScan({ body }));
      if (answer.ok) {
        setTrouble(null);
        setUntold(null);
        move({ do: "answer", id: line.id, scanned: answer.value });
        if (isRefused(answer.value.outcome)) onRefused();
        return;
      }
      if (answer.problem.code !== "validation_failed") {
        setTrouble(answer.problem);
        move({ do: "unsent", id: line.id });
        return;
      }
      setTrouble(null);
      if (line.told) {
        setUntold(answer.problem);
        return move({ do: "untell", id: line.id });
      }
      move({ do: "answer", id: line.id, scanned: unreadable(line.barcode) });
      onRefused();
    }
  }, [station, trouble, isReady, orderId, onRefused]);

  return {
    station,
    move,
    /** Why scans are not sent at the moment. */
    trouble,
    retry: () => setTrouble(null),
    /** Why what was told of the collection was refused. */
    untold,
    scan: (barcode: string) => move({ do: "scan", barcode, id: localKey(), at: new Date().toISOString() }),
  };
}

/** Whether trying again by itself can help: a lost network, a server that is down or asks to wait. */
function mayPass({ code }: ShownProblem): boolean {
  return code === undefined || code === "unavailable" || code === "internal" || code === "rate_limited";
}

/** What was read is no number at all: too long, or with signs that no label has. */
function unreadable(barcode: string): Scanned {
  return {
    outcome: "unknown_number",
    said: `${barcode.slice(0, 60)} cannot be the number of a tube.`,
    next: "Scan it again. If it stays so, type the number under the bars.",
    sample: null,
    order: null,
    patient: null,
  };
}

/** Keeps the station in this tab, and brings it back after a reload. */
function useKept(station: Station, move: (move: Move) => void): boolean {
  const drafts = useMemo(() => draftsOf("accession"), []);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    const kept = drafts.read()?.values;
    // Only this hook writes under this key.
    if (kept && Array.isArray(kept.lines)) move({ do: "restore", station: kept as unknown as Station });
    setReady(true);
  }, [drafts, move]);

  useEffect(() => {
    if (isReady) drafts.write({ values: { ...station }, chosen: {} });
  }, [drafts, isReady, station]);

  return isReady;
}
