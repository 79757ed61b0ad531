"use client";

import { useState } from "react";
import { isCapColour, Tube } from "@/components/lab/tube";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Id } from "@/components/ui/id";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import type { CollectionList } from "@/lib/orders/schema";
import { dayAndTime, instantOf } from "../../_components/local-time";
import { Refused } from "../../_components/refused";
import { useAct } from "../../_components/use-act";
import { act as actOn } from "../actions";

type Tubes = CollectionList["data"][number]["samples"];

type CollectTubesProps = { samples: Tubes; zone: string; collects: boolean };

/** The tubes of one order: all of them or some, taken now or at a time that is written down. */
export function CollectTubes({ samples, zone, collects }: CollectTubesProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [site, setSite] = useState("");
  const [taken, setTaken] = useState<{ day: string; time: string } | null>(null);
  const [timeError, setTimeError] = useState<string>();
  const { act, problem, isBusy } = useAct();
  const chosen = samples.filter(({ id }) => !left.has(id));

  function record() {
    const at = taken && instantOf(taken, zone);
    if (taken && !at) return setTimeError("Write the day and the time it was taken.");
    setTimeError(undefined);
    const body = {
      ...(at && { collectedAt: at.toISOString() }),
      ...(site.trim() && { site: site.trim() }),
    };
    const items = chosen.map(({ id, version }) => ({ sampleId: id, version, body }));
    act(
      async () => {
        const answer = await actOn({ body: { action: "collect", items } });
        const refused = answer.ok ? answer.value.data.find(({ ok }) => !ok)?.problem : undefined;
        if (!refused) return answer;
        const { title, detail, errors } = refused;
        return { ok: false, problem: { title, detail, ...(errors && { errors }) } };
      },
      () => notify({ title: chosen.length === 1 ? "1 tube collected" : `${chosen.length} tubes collected` }),
    );
  }

  return (
    <div className="grid gap-2.5">
      <ul className="grid">
        {samples.map((sample) => (
          <li key={sample.id} className="flex flex-wrap items-center gap-x-4 gap-y-0.5 py-1 max-md:min-h-11">
            {collects && samples.length > 1 && (
              <Checkbox
                aria-label={`${sample.barcode} was taken`}
                checked={!left.has(sample.id)}
                onChange={(event) => setLeft(toggled(left, sample.id, !event.target.checked))}
              />
            )}
            <Tube
              cap={isCapColour(sample.cap) ? sample.cap : "none"}
              label={`${sample.sampleTypeName} · ${sample.container}`}
            />
            <Id strong>{sample.barcode}</Id>
            {sample.recollectionOfId && <span className="text-warn">recollection</span>}
            {sample.collection && <span className="basis-full ps-8 text-ink-2">{sample.collection}</span>}
          </li>
        ))}
      </ul>
      <Refused problem={problem} />
      {collects && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="Site" optional className="w-44 max-md:w-full">
            {(control) => (
              <Input
                {...control}
                value={site}
                placeholder="Left arm"
                autoComplete="off"
                maxLength={100}
                onChange={(event) => setSite(event.target.value)}
              />
            )}
          </Field>
          {taken ? (
            <Field label="Taken at" error={timeError} className="max-md:w-full">
              {(control) => (
                <div className="flex gap-2">
                  <Input
                    {...control}
                    type="date"
                    aria-label="Taken at, day"
                    className="w-38!"
                    value={taken.day}
                    onChange={(event) => setTaken({ ...taken, day: event.target.value })}
                  />
                  <Input
                    type="time"
                    aria-label="Taken at, time"
                    className="w-28!"
                    value={taken.time}
                    onChange={(event) => setTaken({ ...taken, time: event.target.value })}
                  />
                  <Button look="quiet" onClick={() => setTaken(null)}>
                    Now
                  </Button>
                </div>
              )}
            </Field>
          ) : (
            <Button look="quiet" onClick={() => setTaken(dayAndTime(new Date(), zone))}>
              Taken earlier
            </Button>
          )}
          <Button busy={isBusy && "Recording"} disabled={chosen.length === 0} onClick={record}>
            {buttonWords(chosen.length, samples.length)}
          </Button>
        </div>
      )}
    </div>
  );
}

function buttonWords(chosen: number, all: number): string {
  if (all === 1) return "Collected";
  if (all === 2 && chosen === 2) return "Both collected";
  return chosen === all ? `All ${all} collected` : `${chosen} of ${all} collected`;
}

function toggled(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
