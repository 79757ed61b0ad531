"use client";

import { type CapColour, isCapColour, Tube } from "@/components/lab/tube";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { hasArrived, isRefused, type Station } from "./station";

type RackProps = {
  station: Station;
  zone: string;
  /** Collected tubes that are not here yet, as of now; null for those who may not know. */
  awaited: { count: number; isMore: boolean } | null;
  onBegin: () => void;
};

/** What this rack comes to, so that the tubes in it can be counted against it. */
export function Rack({ station, zone, awaited, onBegin }: RackProps) {
  const { lines, since } = station;
  const arrived = lines.filter(hasArrived);
  const refused = lines.filter(
    ({ status, scanned, rejection }) =>
      rejection !== null || (status === "done" && scanned !== null && isRefused(scanned.outcome)),
  );
  const tubes = tubesIn(station);
  return (
    <aside aria-label="Since this rack was begun" className="min-w-0">
      <Section
        title={
          <>
            Since <Time at={since} zone={zone} form="time" />
          </>
        }
      >
        <dl>
          <Tally term="Accessioned" value={String(arrived.length)} />
          <Tally term="Refused" value={String(refused.length)} bad={refused.length > 0} />
          {awaited && (
            <Tally
              term="Collected, not here yet"
              value={awaited.isMore ? `over ${awaited.count}` : String(awaited.count)}
            />
          )}
        </dl>
      </Section>
      {tubes.length > 0 && (
        <Section title="In your rack">
          <ul>
            {tubes.map(({ cap, container, count }) => (
              <li
                key={`${cap} ${container}`}
                className="flex items-center justify-between gap-3 border-b border-line py-1.5"
              >
                <Tube cap={cap} label={container} />
                <strong className="tabular-nums">{count}</strong>
              </li>
            ))}
          </ul>
          <Button size="small" look="quiet" className="mt-2 -ms-2" onClick={onBegin}>
            Begin a new rack
          </Button>
        </Section>
      )}
      <p className="mt-4 max-w-68 text-xs text-ink-3">
        This screen faces the room: it shows MRN and birth date to compare with the label, and no names.
      </p>
    </aside>
  );
}

function Tally({ term, value, bad }: { term: string; value: string; bad?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-3 border-b border-line py-2">
      <dt>{term}</dt>
      <dd className={`text-md font-strong tabular-nums ${bad ? "text-danger" : ""}`}>{value}</dd>
    </div>
  );
}

type TubeKind = { cap: CapColour; container: string; count: number };

function tubesIn({ lines }: Station): TubeKind[] {
  const kinds = new Map<string, TubeKind>();
  for (const line of lines) {
    const sample = line.scanned?.sample;
    if (!sample || !hasArrived(line) || line.rejection !== null) continue;
    const cap = isCapColour(sample.cap) ? sample.cap : "none";
    const name = `${cap} ${sample.container}`;
    const kind = kinds.get(name) ?? { cap, container: sample.container, count: 0 };
    kinds.set(name, { ...kind, count: kind.count + 1 });
  }
  return [...kinds.values()].sort((one, other) => other.count - one.count);
}
