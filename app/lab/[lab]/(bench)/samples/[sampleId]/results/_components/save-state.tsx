"use client";

import { Check, CircleAlert, CloudOff, GitMerge } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { StateMark } from "@/components/lab/state-mark";
import { Key } from "@/components/ui/key";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import type { Cell } from "./cell";

type SaveStateProps = { cell: Cell; zone: string; onTake: () => void; onKeep: () => void };

/** Where a value stands: on its way, kept, refused, or somebody else's. A word and a sign, never colour alone. */
export function SaveState({ cell: { line, status }, zone, onTake, onKeep }: SaveStateProps) {
  switch (status.is) {
    case "saving":
      return (
        <Said tone="text-info" icon={<Spinner />}>
          Saving
        </Said>
      );
    case "invalid":
      return (
        <Said tone="text-danger" icon={<CircleAlert aria-hidden="true" />}>
          {status.why}
        </Said>
      );
    case "failed":
      return (
        <Said tone="text-danger" icon={<CloudOff aria-hidden="true" />}>
          <strong>Not saved</strong> {status.why}
          <Countdown until={status.retryAt} />
        </Said>
      );
    case "unsent":
      return (
        <Said tone="text-ink-2" icon={<CircleAlert aria-hidden="true" />}>
          <strong>Not saved</strong> yet, Enter saves it
        </Said>
      );
    case "conflict":
      return (
        <Said tone="text-warn" icon={<GitMerge aria-hidden="true" />}>
          <strong>Conflict</strong> {status.theirs.value} by {status.theirs.enteredBy}{" "}
          <Answer letter="T" onPress={onTake}>
            take
          </Answer>{" "}
          <Answer letter="K" onPress={onKeep}>
            keep
          </Answer>
        </Said>
      );
    default:
      break;
  }
  if (line.state !== "pending" && line.state !== "entered") {
    return <StateMark kind="result" state={line.state} label={line.cancelReason ?? undefined} />;
  }
  if (status.is === "still") return null;
  return (
    <Said tone="text-ink-3" icon={<Check aria-hidden="true" />}>
      <span className="sr-only">Saved </span>
      <Time at={status.at} zone={zone} form="time" />
      {line.whyNotVerify && ` ${line.whyNotVerify}`}
    </Said>
  );
}

function Said({ tone, icon, children }: { tone: string; icon: ReactNode; children: ReactNode }) {
  return (
    <span className={`flex items-center gap-1 leading-4 [&>svg]:size-3.25 [&>svg]:flex-none ${tone}`}>
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

type AnswerProps = { letter: string; onPress: () => void; children: string };

/** By its key in the field, or by pressing it. */
function Answer({ letter, onPress, children }: AnswerProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={onPress}
      // The field keeps the focus: it is the one whose value is decided.
      onPointerDown={(event) => event.preventDefault()}
      className="inline-flex items-center gap-1 max-md:min-h-8"
    >
      <Key>{letter}</Key>
      {children}
    </button>
  );
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
