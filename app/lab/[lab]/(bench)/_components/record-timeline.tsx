import { Timeline, type TimelineEvent } from "@/components/lab/timeline";
import { Time } from "@/components/ui/time";
import type { TimelineEntry } from "@/lib/audit/schema";
import { localDateToday } from "@/lib/core/dates";

type RecordTimelineProps = {
  entries: readonly TimelineEntry[];
  zone: string;
  /** What an entry is about, beyond its sentence: "-2, haemolysed". */
  about?: (entry: TimelineEntry) => string | null;
};

/** What happened to a record, newest first, with a heading for each day. */
export function RecordTimeline({ entries, zone, about = () => null }: RecordTimelineProps) {
  if (entries.length === 0) return <p className="text-ink-3">Nothing yet.</p>;
  return (
    <>
      {byDay(entries, zone).map(({ day, ofDay }) => (
        <div key={day} className="mt-1.5 first:mt-0">
          <h3 className="mb-0.5 text-xs font-normal text-ink-3">
            <Time at={ofDay[0]?.at ?? day} zone={zone} form="date" />
          </h3>
          <Timeline
            events={ofDay.map((entry): TimelineEvent => {
              const words = about(entry);
              return {
                id: entry.id,
                at: <Time at={entry.at} zone={zone} form="time" />,
                what: words ? `${entry.sentence}: ${words}` : entry.sentence,
                by: entry.by,
                weight: weights[entry.action],
              };
            })}
          />
        </div>
      ))}
    </>
  );
}

function byDay(entries: readonly TimelineEntry[], zone: string) {
  const days: { day: string; ofDay: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = localDateToday(new Date(entry.at), zone);
    const last = days.at(-1);
    if (last?.day === day) last.ofDay.push(entry);
    else days.push({ day, ofDay: [entry] });
  }
  return days;
}

/** What left the laboratory, and what went wrong, stand out. */
const weights: Record<string, TimelineEvent["weight"]> = {
  "report.issued": "key",
  "result.critical_notified": "key",
  "sample.rejected": "bad",
  "report.withdrawn": "bad",
  "order.cancelled": "bad",
};
