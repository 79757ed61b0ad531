import type { ReactNode } from "react";
import { StateMark } from "@/components/lab/state-mark";
import { Section } from "@/components/ui/section";
import type { Flow } from "@/lib/dashboard/schema";

/** How far today's samples have come, and where they stand and wait. */
export function TodayFlow({ flow }: { flow: Flow }) {
  const share = (count: number) => (flow.placed === 0 ? 0 : (count / flow.placed) * 100);
  const steps: { key: string; mark: ReactNode; count: number; waits?: string | undefined }[] = [
    { key: "placed", mark: <StateMark kind="order" state="placed" />, count: flow.placed },
    { key: "collected", mark: <StateMark kind="sample" state="collected" />, count: flow.collected },
    {
      key: "accessioned",
      mark: <StateMark kind="sample" state="accessioned" />,
      count: flow.accessioned,
      waits: waits(flow.accessioned - flow.entered, "for entry"),
    },
    {
      key: "entered",
      mark: <StateMark kind="result" state="entered" />,
      count: flow.entered,
      waits: waits(flow.entered - flow.verified, "for verification"),
    },
    {
      key: "verified",
      mark: <StateMark kind="result" state="verified" />,
      count: flow.verified,
      waits: waits(flow.verified - flow.released, "for release"),
    },
    { key: "released", mark: <StateMark kind="result" state="released" />, count: flow.released },
  ];
  return (
    <Section title="Today until now" note={flow.isCapped ? "the newest samples" : undefined}>
      <ul className="max-w-100">
        {steps.map(({ key, mark, count, waits: words }) => (
          <li key={key}>
            <div className="grid h-7.5 grid-cols-[100px_minmax(0,1fr)_32px] items-center gap-2.5">
              {mark}
              <span
                aria-hidden="true"
                className="block h-3 border-e-2 border-interval-edge bg-interval"
                style={{ width: `${share(count)}%` }}
              />
              <strong className="text-end font-strong tabular-nums">{count}</strong>
            </div>
            {words && (
              <p className="ms-27.5 border-s border-line-strong ps-2.5 text-xs leading-4.5 text-ink-3">
                {words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function waits(count: number, what: string): string | undefined {
  if (count <= 0) return undefined;
  return `${count} ${count === 1 ? "waits" : "wait"} ${what}`;
}
