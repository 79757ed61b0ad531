"use client";

import { Clock } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isCapColour, Tube } from "@/components/lab/tube";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Id } from "@/components/ui/id";
import { Input } from "@/components/ui/input";
import { Key } from "@/components/ui/key";
import type { ShownProblem } from "@/components/ui/problem-note";
import { Day } from "@/components/ui/time";
import { dayAndTime, instantOf } from "../../_components/local-time";
import { noBurst, withKey } from "./scan-burst";
import type { Line, Told } from "./station";

type AskCollectionProps = {
  line: Line;
  zone: string;
  problem: ShownProblem | null;
  /** How many more tubes wait for the same. */
  others: number;
  onTell: (told: Told) => void;
  /** A tube that was scanned while the focus stood in these fields. */
  onScan: (barcode: string) => void;
  onLeave: () => void;
};

/** A tube whose collection nobody recorded. It is not taken before a person has said which it is. */
export function AskCollection({ line, zone, problem, others, onTell, onScan, onLeave }: AskCollectionProps) {
  const [day, setDay] = useState(() => dayAndTime(new Date(), zone).day);
  const [time, setTime] = useState("");
  const [error, setError] = useState<string | null>(null);
  const burst = useRef({ ...noBurst, before: { day, time } });
  const refused = problem?.errors?.collectedAt?.[0];

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "F9" || event.repeat) return;
      event.preventDefault();
      onTell({ collectionNotRecorded: true });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [onTell]);

  function onKeyDown(event: KeyboardEvent) {
    const { before, ...last } = burst.current;
    const { burst: next, scanned } = withKey(last, event.key, event.timeStamp);
    burst.current = { ...next, before: next.text.length === 1 ? { day, time } : before };
    if (event.key === "Enter") event.preventDefault();
    if (scanned === null) return event.key === "Enter" && !isButton(event.target) ? tellTime() : undefined;
    event.preventDefault();
    setDay(before.day);
    setTime(before.time);
    onScan(scanned);
  }

  function tellTime() {
    const at = instantOf({ day, time }, zone);
    if (!at) return setError("Write the day and the time, as on the request.");
    setError(null);
    onTell({ collectedAt: at.toISOString() });
  }

  const { sample = null, patient = null } = line.scanned ?? {};
  return (
    <section
      role="alert"
      aria-label="Collection is not recorded"
      className="rounded-md border-2 border-flag-outside-line bg-warn-tint px-5 pt-4 pb-4.5 max-md:px-3.5 max-md:py-3"
    >
      <h2 className="flex items-center gap-2.5 text-lg">
        <Clock aria-hidden="true" className="size-5 text-warn" />
        When was it collected?
      </h2>
      <p className="mt-1 text-base">
        Nobody recorded when <Id strong>{line.barcode}</Id> was collected. It is not received yet.
        {others > 0 && ` ${others} more wait for the same.`}
      </p>
      <p className="mt-1 text-ink-2">
        {sample && isCapColour(sample.cap) && <Tube cap={sample.cap} label={sample.sampleTypeName} />}
        {patient && (
          <>
            {" · "}
            <Id>{patient.mrn}</Id> ·{" "}
            {patient.birthDate ? (
              <>
                born <Day day={patient.birthDate} />
              </>
            ) : (
              "birth date unknown"
            )}
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: tells a scanner's keys from a person's */}
      <div className="mt-3 flex flex-wrap items-end gap-2" onKeyDown={onKeyDown}>
        <Field label="Day">
          {(control) => (
            <Input
              {...control}
              type="date"
              className="w-37!"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Field label="Time">
          {(control) => (
            <Input
              {...control}
              type="time"
              className="w-26!"
              value={time}
              aria-invalid={error || refused ? true : undefined}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </Field>
        <Button onClick={tellTime}>Collected then</Button>
        <span aria-hidden="true" className="px-1 pb-1.5 text-ink-2">
          or
        </span>
        <Button onClick={() => onTell({ collectionNotRecorded: true })}>
          It was not recorded <Key>F9</Key>
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave this tube for now
        </Button>
      </div>
      {(error ?? refused) && <p className="mt-2 font-medium text-danger">{error ?? refused}</p>}
      <p className="mt-2 text-xs text-ink-2">
        Without a time, age is not certain and the report says that the collection was not recorded. Other
        tubes can be scanned meanwhile.
      </p>
    </section>
  );
}

function isButton(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("button") !== null;
}
