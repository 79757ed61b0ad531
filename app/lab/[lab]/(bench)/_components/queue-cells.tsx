import { Flag } from "@/components/lab/flag";
import { isCapColour, Tube } from "@/components/lab/tube";
import { TurnaroundBar } from "@/components/lab/turnaround-bar";
import { Id } from "@/components/ui/id";
import { RowLink, TwoLines } from "@/components/ui/table";
import type { ToVerify, WorklistLine } from "@/lib/results/schema.queues";
import { OrderMarks } from "./order-marks";
import { address } from "./page-links";

type Queued = Pick<WorklistLine, "sampleId" | "barcode" | "cap" | "priority">;

/** Where a sample of a queue is worked on, and the round that is gone on with from there. */
export function gridOf({ sampleId }: Pick<Queued, "sampleId">, round: { section?: string; state: string }) {
  return address(`/samples/${sampleId}/results`, round);
}

/** The tube, its barcode, and what makes it urgent; the row's link leads to its values. */
export function SampleOfQueue({ sample, href }: { sample: Queued; href: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <Tube cap={isCapColour(sample.cap) ? sample.cap : "none"} />
        <RowLink href={href} prefetch={false}>
          <Id>{sample.barcode}</Id>
        </RowLink>
      </span>
      <OrderMarks priority={sample.priority} />
    </span>
  );
}

const sexLetters = { female: "F", male: "M", other: "Other", unknown: "" } as const;

type Tested = Pick<ToVerify, "tests" | "patient" | "age" | "entered" | "pending">;

/** What is measured, and on whom as far as it matters for judging: no name where there is nothing to compare. */
export function TestsOfQueue({ tests, patient, age, entered, pending }: Tested) {
  const whom = [sexLetters[patient.sex], age].filter(Boolean).join(", ");
  return (
    <TwoLines
      first={testsInWords(tests)}
      second={
        <>
          {whom}
          {pending > 0 && entered > 0 && (
            <span className="max-lg:hidden">{`, ${entered} of ${entered + pending} lines`}</span>
          )}
        </>
      }
    />
  );
}

const NAMED_MAX = 2;

/** "Albumin · Urea and 6 more": enough to know the tube by; what is measured stands where it is worked on. */
export function testsInWords(tests: readonly string[]): string {
  const more = tests.length - NAMED_MAX;
  return more > 1 ? `${tests.slice(0, NAMED_MAX).join(" · ")} and ${more} more` : tests.join(" · ");
}

/** The flags there are, or the word for none. */
export function FlagsOfQueue({ flags }: Pick<ToVerify, "flags">) {
  if (flags.length === 0) return <span className="text-xs text-ink-3">none</span>;
  return (
    <span className="inline-flex gap-1">
      {flags.map((flag) => (
        <Flag key={flag} flag={flag} />
      ))}
    </span>
  );
}

type TurnaroundOfProps = {
  dueAt: string;
  /** When the time began to run: the arrival at the bench, or the order. */
  since: string | null;
  now: Date;
};

/** The time left, or over. */
export function TurnaroundOf({ dueAt, since, now }: TurnaroundOfProps) {
  const due = Date.parse(dueAt);
  const began = since ? Math.min(Date.parse(since), due) : due;
  return (
    <TurnaroundBar elapsedMinutes={(now.getTime() - began) / 60_000} limitMinutes={(due - began) / 60_000} />
  );
}
