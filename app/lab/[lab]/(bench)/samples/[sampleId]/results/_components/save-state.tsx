"use client";

import { Check, CloudOff, GitFork } from "lucide-react";
import { useEffect, useState } from "react";
import { StateMark } from "@/components/lab/state-mark";
import { Key } from "@/components/ui/key";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import type { GridLine } from "@/lib/results/schema.queues";
import type { CellStatus } from "./cell";

type SaveStateProps = {
  line: GridLine;
  status: CellStatus;
  zone: string;
  onTake: () => void;
  onKeep: () => void;
};

/** Where a value stands: on its way, kept, refused, or somebody else's. A word and a sign, never colour alone. */
export function SaveState({ line, status, zone, onTake, onKeep }: SaveStateProps) {
  const row = "flex items-center gap-1.5 [&>svg]:size-3.5 [&>svg]:flex-none";
  if (status.is === "saving")
    return (
      <span className={`${row} text-info`}>
        <Spinner /> Saving
      </span>
    );
  if (status.is === "invalid")
    return <span className={`${row} whitespace-normal text-danger`}>{status.why}</span>;
  if (status.is === "failed") {
    return (
      <span className={`${row} text-danger`}>
        <CloudOff aria-hidden="true" />
        <span>
          <strong>Not saved</strong> {status.why}
          <Countdown until={status.retryAt} />
        </span>
      </span>
    );
  }
  if (status.is === "conflict") {
    return (
      <span className={`${row} text-warn`}>
        <GitFork aria-hidden="true" />
        <span>
          <strong>Conflict</strong> {status.theirs.value ?? "emptied"}
        </span>
        <button type="button" tabIndex={-1} onClick={onTake} className="inline-flex items-center gap-1">
          <Key>T</Key> take
        </button>
        <button type="button" tabIndex={-1} onClick={onKeep} className="inline-flex items-center gap-1">
          <Key>K</Key> keep
        </button>
      </span>
    );
  }
  if (line.state !== "pending" && line.state !== "entered")
    return <StateMark kind="result" state={line.state} label={line.cancelReason ?? undefined} />;
  if (status.is === "saved") {
    return (
      <span className={`${row} text-ink-2`}>
        <Check aria-hidden="true" />
        <span className="sr-only">Saved</span>
        <Time at={status.at} zone={zone} form="time" />
        {line.whyNotVerify && <span className="text-ink-3">{line.whyNotVerify}</span>}
      </span>
    );
  }
  return null;
}

function Countdown({ until }: { until: number }) {
  const [left, setLeft] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(until)), 500);
    return () => clearInterval(timer);
  }, [until]);
  return left > 0 ? `, retry in ${left} s` : null;
}

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
