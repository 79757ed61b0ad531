import type { Scanned, ScanOutcome } from "@/lib/samples/schema";

/** What is told about a tube beyond its number, when the station asks for it. */
export type Told = { collectedAt: string } | { collectionNotRecorded: true };

/** One scan. Lines are kept newest first and never leave the list while the rack lasts. */
export type Line = {
  id: string;
  barcode: string;
  /** When it was scanned. */
  at: string;
  /**
   * `waiting` to be sent, `sending`, `asked` when it was collected, `done` when the laboratory has answered,
   * `twice` for a tube that was already on its way, `aside` when its question was not answered.
   */
  status: "waiting" | "sending" | "asked" | "done" | "twice" | "aside";
  scanned: Scanned | null;
  told: Told | null;
  /** It was sent before, and no answer came: it may have arrived all the same. */
  isSentAgain: boolean;
  /** Why it was rejected after it had arrived. */
  rejection: string | null;
};

export type Station = {
  /** When this rack was begun. */
  since: string;
  lines: Line[];
  /** The line whose tube must be set aside before anything else is taken. */
  stopped: string | null;
  /** What was scanned while the station was stopped, and is not counted. */
  ignored: string | null;
};

export type Move =
  | { do: "scan"; barcode: string; id: string; at: string }
  | { do: "send"; id: string }
  | { do: "answer"; id: string; scanned: Scanned }
  | { do: "unsent"; id: string }
  | { do: "tell"; id: string; told: Told }
  | { do: "untell"; id: string }
  | { do: "setAside" }
  | { do: "leave"; id: string }
  | { do: "reject"; sampleId: string; rejection: string }
  | { do: "begin"; at: string }
  | { do: "restore"; station: Station };

/** How far the clocks of bench and laboratory may differ. */
const CLOCKS_MS = 60_000;

/** More than a morning's scans on one screen only make it slow. */
const LINES_MAX = 300;

export function newStation(at: string): Station {
  return { since: at, lines: [], stopped: null, ignored: null };
}

/** What one event makes of the station. Nothing else changes it. */
export function moved(station: Station, move: Move): Station {
  switch (move.do) {
    case "scan":
      return scanned(station, move);
    case "send":
      return changed(station, move.id, { status: "sending" });
    case "answer":
      return answered(station, move.id, move.scanned);
    case "unsent":
      return changed(station, move.id, { status: "waiting", isSentAgain: true });
    case "tell":
      return changed(station, move.id, { status: "waiting", told: move.told });
    case "untell":
      return changed(station, move.id, { status: "asked", told: null });
    case "setAside":
      return { ...station, stopped: null, ignored: null };
    case "leave":
      return changed(station, move.id, { status: "aside" });
    case "reject":
      return {
        ...station,
        lines: station.lines.map((line) =>
          line.scanned?.sample?.id === move.sampleId ? { ...line, rejection: move.rejection } : line,
        ),
      };
    case "begin":
      return { ...newStation(move.at), lines: station.lines.filter(isOpen) };
    case "restore":
      return restored(move.station);
  }
}

/**
 * The next line to send: one at a time, in the order of scanning, and none while a refused tube is still in the
 * hand. An open question holds nobody up: each tube is answered for before it gets into the rack.
 */
export function nextToSend({ lines, stopped }: Station): Line | null {
  if (stopped !== null) return null;
  if (lines.some(({ status }) => status === "sending")) return null;
  return lines.findLast(({ status }) => status === "waiting") ?? null;
}

export function stoppedLine({ lines, stopped }: Station): Line | null {
  return lines.find(({ id }) => id === stopped) ?? null;
}

/** The oldest open question. */
export function askedLine({ lines }: Station): Line | null {
  return lines.findLast(({ status }) => status === "asked") ?? null;
}

/** Outcomes that refuse the tube in the hand: it is not in the rack, and must not get there. */
export function isRefused(outcome: ScanOutcome): boolean {
  return refused.has(outcome);
}

/** True for a tube that arrived by this very scan. */
export function hasArrived({ scanned, status }: Line): boolean {
  return status === "done" && scanned?.outcome === "accessioned";
}

const refused: ReadonlySet<ScanOutcome> = new Set([
  "another_order",
  "rejected",
  "cancelled",
  "order_number",
  "unknown_number",
]);

const isOpen = ({ status }: Line) => status === "waiting" || status === "sending" || status === "asked";

function scanned(station: Station, { barcode, id, at }: Extract<Move, { do: "scan" }>): Station {
  const stopped = stoppedLine(station);
  // The same tube again acknowledges; any other is not counted, whatever it is.
  if (stopped?.barcode === barcode) return { ...station, stopped: null, ignored: null };
  if (stopped) return { ...station, ignored: barcode };
  const isUnderWay = station.lines.some((line) => line.barcode === barcode && isOpen(line));
  const line: Line = {
    id,
    barcode,
    at,
    status: isUnderWay ? "twice" : "waiting",
    scanned: null,
    told: null,
    isSentAgain: false,
    rejection: null,
  };
  return { ...station, lines: [line, ...station.lines].slice(0, LINES_MAX) };
}

function answered(station: Station, id: string, answer: Scanned): Station {
  const line = station.lines.find((each) => each.id === id);
  if (!line) return station;
  if (answer.outcome === "collection_not_known") {
    return changed(station, id, { status: "asked", scanned: answer, told: null });
  }
  const next = changed(station, id, { status: "done", scanned: countedOnce(line, answer) });
  return isRefused(answer.outcome) ? { ...next, stopped: id } : next;
}

/** A scan whose first answer was lost finds its own tube arrived: it arrived by this scan. */
function countedOnce(line: Line, answer: Scanned): Scanned {
  const arrivedAt = answer.sample?.accessionedAt;
  if (!line.isSentAgain || answer.outcome !== "already_accessioned" || !arrivedAt) return answer;
  const isThisOne = Date.parse(arrivedAt) >= Date.parse(line.at) - CLOCKS_MS;
  return isThisOne ? { ...answer, outcome: "accessioned" } : answer;
}

function changed(station: Station, id: string, change: Partial<Line>): Station {
  const lines = station.lines.map((line) => (line.id === id ? { ...line, ...change } : line));
  return { ...station, lines };
}

/** After a reload nobody knows what became of a scan that was on its way: it is sent again. */
function restored(station: Station): Station {
  const lines = station.lines.map(
    (line): Line => (line.status === "sending" ? { ...line, status: "waiting", isSentAgain: true } : line),
  );
  return { ...station, lines };
}
