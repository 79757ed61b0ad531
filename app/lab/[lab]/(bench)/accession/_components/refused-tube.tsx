"use client";

import { type KeyboardEvent, useEffect } from "react";
import { StopPanel } from "@/components/lab/stop-panel";
import { capWords, isCapColour } from "@/components/lab/tube";
import { Button } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Key } from "@/components/ui/key";
import { Day } from "@/components/ui/time";
import type { Scanned } from "@/lib/samples/schema";
import { refusalTitles } from "./outcome-words";
import { WithNumbers } from "./with-numbers";

type RefusedTubeProps = {
  scanned: Scanned;
  /** What was scanned meanwhile, and is not counted. */
  ignored: string | null;
  isSoundOn: boolean;
  onSetAside: () => void;
};

/** STOP: which tube, why, and what to do with it. F8, the button, or the same tube again lead on; Enter never does. */
export function RefusedTube({ scanned, ignored, isSoundOn, onSetAside }: RefusedTubeProps) {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "F8" || event.repeat) return;
      event.preventDefault();
      onSetAside();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onSetAside]);

  const { said, next, sample, patient } = scanned;
  return (
    <StopPanel
      title={refusalTitles[scanned.outcome]}
      meta={
        <>
          {sample && (
            <>
              {sample.sampleTypeName}
              {isCapColour(sample.cap) && `, ${capWords(sample.cap)}`} ·{" "}
            </>
          )}
          {patient && (
            <>
              <Id>{patient.mrn}</Id> ·{" "}
              {patient.birthDate ? (
                <>
                  born <Day day={patient.birthDate} />
                </>
              ) : (
                "birth date unknown"
              )}
              {" · "}
            </>
          )}
          {isSoundOn ? "two low tones sounded" : "sound is off"}
        </>
      }
      action={
        <>
          <Button size="large" onClick={onSetAside} onKeyDown={notByEnter}>
            I have set it aside <Key>F8</Key>
          </Button>
          <span className="text-ink-2" aria-live="assertive">
            {ignored ? (
              <>
                <Id strong>{ignored}</Id> was scanned meanwhile and is not counted.
              </>
            ) : (
              "Or scan this tube once more. Other scans are not counted."
            )}
          </span>
        </>
      }
    >
      <WithNumbers>{[said, next].filter(Boolean).join(" ")}</WithNumbers>
    </StopPanel>
  );
}

/** A scanner that sends Enter while the button has the focus must not press it. */
function notByEnter(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}
