"use client";

import { Flag } from "@/components/lab/flag";
import { StateMark } from "@/components/lab/state-mark";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Key } from "@/components/ui/key";
import { Num } from "@/components/ui/num";
import { Time } from "@/components/ui/time";
import { groupDigits } from "@/lib/core/dates";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import type { Cell } from "./cell";
import { LineActs } from "./line-acts";
import { LineComments } from "./line-comments";
import type { useCells } from "./use-cells";

type LineDetailsProps = {
  cell: Cell;
  place: number;
  grid: Grid;
  zone: string;
  work: ReturnType<typeof useCells>;
};

/** Everything about the current line, beside the grid. */
export function LineDetails({ cell, place, grid, zone, work }: LineDetailsProps) {
  const { line } = cell;
  return (
    <div className="grid gap-4">
      <div>
        <p className="text-xs text-ink-3">Line {place}</p>
        <h2 className="text-base font-strong">{line.analyteName}</h2>
        <p className="mt-1 flex items-center justify-between gap-3">
          <span className="text-lg font-strong wrap-anywhere">
            {line.notReported ? (
              "not reported"
            ) : line.value === null ? (
              "–"
            ) : line.kind === "numeric" ? (
              <Num value={groupDigits(line.value)} />
            ) : (
              line.value
            )}{" "}
            {line.value !== null && line.unit && (
              <span className="text-sm font-normal text-ink-2">{line.unit}</span>
            )}
          </span>
          {line.value !== null && <Flag flag={line.flag} />}
        </p>
      </div>
      {line.callIsOpen && (
        <p className="rounded-md border border-flag-critical bg-flag-critical-tint p-3">
          <strong>Critical value.</strong> Tell the requester now and record it. Release does not wait for the
          call; the dashboard does.
        </p>
      )}
      <DescriptionList items={facts(line, zone)} />
      {line.kind === "coded" && line.may.enter && (
        <Choices line={line} onChoose={(label) => work.type(line.resultId, label)} />
      )}
      <LineComments line={line} onSave={(more) => work.saveText(line.resultId, more)} />
      <LineActs line={line} grid={grid} />
      <SampleFacts grid={grid} zone={zone} />
      <Keys />
    </div>
  );
}

function facts(line: GridLine, zone: string) {
  const { criticalLimit, previous } = line;
  return [
    { term: "State", value: <StateMark kind="result" state={line.state} /> },
    { term: "Interval", value: line.interval?.words ?? "no interval" },
    ...(criticalLimit ? [{ term: "Critical", value: limitWords(criticalLimit) }] : []),
    ...(previous
      ? [
          {
            term: "Before",
            value: (
              <>
                {previous.value} on <Time at={previous.at} zone={zone} form="date" />
              </>
            ),
          },
        ]
      : []),
    ...(line.method ? [{ term: "Method", value: line.method }] : []),
    ...(line.loinc ? [{ term: "LOINC", value: <Id>{line.loinc}</Id> }] : []),
    ...(line.enteredBy
      ? [
          {
            term: "Entered",
            value: (
              <>
                {line.enteredBy}
                {line.enteredAt && (
                  <>
                    , <Time at={line.enteredAt} zone={zone} form="time" />
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(line.verifiedBy
      ? [{ term: "Verified", value: `${line.verifiedBy}${line.selfVerified ? ", who also entered it" : ""}` }]
      : []),
  ];
}

function limitWords({ low, high }: { low: string | null; high: string | null }): string {
  const parts = [low !== null && `below ${groupDigits(low)}`, high !== null && `above ${groupDigits(high)}`];
  return parts.filter(Boolean).join(", ");
}

function Choices({ line, onChoose }: { line: GridLine; onChoose: (label: string) => void }) {
  return (
    <ul className="grid gap-1" aria-label={`Choices of ${line.analyteName}`}>
      {line.choices.map(({ code, label }, index) => (
        <li key={code}>
          <button
            type="button"
            tabIndex={-1}
            onClick={() => onChoose(label)}
            className="flex w-full items-center gap-2 rounded-sm px-1 py-0.5 text-start hover:bg-hover"
          >
            {index < 9 && <Key>{String(index + 1)}</Key>}
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function SampleFacts({ grid, zone }: { grid: Grid; zone: string }) {
  const { order, sample, otherSamples } = grid;
  const at = (instant: string | null) =>
    instant ? <Time at={instant} zone={zone} form="both" /> : "not recorded";
  return (
    <section aria-label="Sample" className="border-t border-line pt-3">
      <h3 className="mb-1 text-xs text-ink-3">Sample</h3>
      <DescriptionList
        items={[
          ...(order.requester ? [{ term: "Requester", value: order.requester }] : []),
          { term: "Collected", value: at(sample.collectedAt) },
          { term: "Accessioned", value: at(sample.accessionedAt) },
          ...(sample.condition ? [{ term: "Condition", value: sample.condition }] : []),
          ...(sample.dueAt
            ? [{ term: "Due", value: <Time at={sample.dueAt} zone={zone} form="both" /> }]
            : []),
          ...otherSamples.map((other) => ({
            term: "Other tube",
            value: (
              <StateMark
                kind="sample"
                state={other.state}
                label={other.rejectReason ? `Rejected, ${other.rejectReason.toLowerCase()}` : undefined}
              />
            ),
          })),
        ]}
      />
    </section>
  );
}

function Keys() {
  const keys: [string[], string][] = [
    [["Enter", "↓"], "save and go down"],
    [["↑"], "go up"],
    [["Esc"], "put the saved value back"],
    [[";"], "comment on this line"],
    [["C"], "record a critical call"],
    [["Ctrl", "Enter"], "finish this sample, open the next"],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 border-t border-line pt-3 text-xs text-ink-2 max-[1100px]:hidden">
      {keys.map(([names, does]) => (
        <div key={does} className="contents">
          <dt className="flex gap-1">
            {names.map((name) => (
              <Key key={name}>{name}</Key>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
