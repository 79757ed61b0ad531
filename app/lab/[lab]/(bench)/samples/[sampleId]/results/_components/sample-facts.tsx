"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { StateMark } from "@/components/lab/state-mark";
import { isCapColour, Tube } from "@/components/lab/tube";
import { duration } from "@/components/lab/turnaround";
import { DescriptionList } from "@/components/ui/description-list";
import { Time } from "@/components/ui/time";
import type { Grid } from "@/lib/results/schema.queues";

/** Where the tube comes from, when its values are due, and what became of the order's other tubes. */
export function SampleFacts({ grid, zone }: { grid: Grid; zone: string }) {
  const { order, sample, otherSamples } = grid;
  const at = (instant: string | null, otherwise: string) =>
    instant ? <Time at={instant} zone={zone} form="both" /> : otherwise;
  return (
    <section aria-label="Sample">
      <h3 className="mb-1 text-xs font-normal text-ink-3">Sample</h3>
      <DescriptionList
        items={[
          { term: "Order", value: <Link href={`/orders/${order.id}`}>{order.accessionNumber}</Link> },
          { term: "Requester", value: order.requester },
          { term: "Collected", value: at(sample.collectedAt, "not recorded") },
          { term: "Accessioned", value: at(sample.accessionedAt, "not yet") },
          { term: "Condition", value: sample.condition },
          { term: "Due", value: sample.dueAt && <Due at={sample.dueAt} zone={zone} /> },
          { term: "Notes", value: order.clinicalNotes },
          {
            term: otherSamples.length > 1 ? "Other tubes" : "Other tube",
            value: otherSamples.length > 0 && (
              <ul>
                {otherSamples.map((other) => (
                  <li key={other.id} className="flex items-center gap-1.5">
                    <Tube cap={isCapColour(other.cap) ? other.cap : "none"} />
                    <StateMark
                      kind="sample"
                      state={other.state}
                      label={other.rejectReason ? `Rejected, ${other.rejectReason.toLowerCase()}` : undefined}
                    />
                  </li>
                ))}
              </ul>
            ),
          },
        ].filter(({ value }) => Boolean(value))}
      />
    </section>
  );
}

/** "07:20, in 39 min", "07:20, 12 min over": the words follow the clock. */
function Due({ at, zone }: { at: string; zone: string }) {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setMinutes(Math.round((Date.parse(at) - Date.now()) / 60_000));
    look();
    const timer = setInterval(look, 30_000);
    return () => clearInterval(timer);
  }, [at]);
  const isLate = minutes !== null && minutes < 0;
  return (
    <>
      <span className={isLate ? "font-strong text-warn" : undefined}>
        <Time at={at} zone={zone} form={minutes !== null && Math.abs(minutes) < 720 ? "time" : "both"} />
      </span>
      {minutes !== null && (isLate ? `, ${duration(-minutes)} over` : `, in ${duration(minutes)}`)}
    </>
  );
}
