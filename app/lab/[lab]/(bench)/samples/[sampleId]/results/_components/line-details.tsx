"use client";

import type { ReactNode } from "react";
import { Flag } from "@/components/lab/flag";
import { StateMark } from "@/components/lab/state-mark";
import { cx } from "@/components/ui/cx";
import { type Described, DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Key } from "@/components/ui/key";
import { Num } from "@/components/ui/num";
import { Time } from "@/components/ui/time";
import { groupDigits } from "@/lib/core/digits";
import { unitWords } from "@/lib/core/unit-words";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import { type Cell, keyOfChoice } from "./cell";
import { changeWords } from "./change-words";
import { LineActs, RecordCall } from "./line-acts";
import { LineComments } from "./line-comments";
import { SampleFacts } from "./sample-facts";
import type { useCells } from "./use-cells";

type LineDetailsProps = {
  cell: Cell;
  /** Counted from 1, as at the row. */
  place: number;
  grid: Grid;
  zone: string;
  work: ReturnType<typeof useCells>;
  /** Back to the line in the grid. */
  onBack: () => void;
};

/** Everything about the current line, beside the grid. */
export function LineDetails({ cell, place, grid, zone, work, onBack }: LineDetailsProps) {
  const { line } = cell;
  const id = line.resultId;
  return (
    <div className="-m-4">
      <Part>
        <p className="text-xs text-ink-3">Line {place}</p>
        <h2 className="text-base font-strong">{line.analyteName}</h2>
        <p className="mt-0.5 mb-1.5 flex items-center justify-between gap-3">
          <Value line={line} />
          {line.value !== null && <Flag flag={line.flag} />}
        </p>
        <DescriptionList items={factsOf(line, zone)} />
        {line.callIsOpen && (
          <div className="mt-2.5 grid justify-items-start gap-2 rounded-md border border-flag-critical bg-flag-critical-tint px-3 py-2.5">
            <p>
              <strong>Critical value.</strong> Tell the requester now and record it. Release does not wait for
              the call; the dashboard does.
            </p>
            {line.may.recordCall && <RecordCall line={line} grid={grid} zone={zone} />}
          </div>
        )}
      </Part>
      {line.kind === "coded" && line.may.enter && cell.status.is !== "conflict" && (
        <Part>
          <Choices
            cell={cell}
            onChoose={(label) => {
              work.type(id, { value: label });
              onBack();
            }}
          />
        </Part>
      )}
      <Part className="grid gap-3 empty:hidden">
        <LineComments
          cell={cell}
          onType={(more) => work.type(id, more)}
          onLeave={() => work.commit(id)}
          onBack={onBack}
        />
        <LineActs line={line} grid={grid} zone={zone} />
      </Part>
      <Part>
        <SampleFacts grid={grid} zone={zone} />
      </Part>
      <Part className="empty:hidden max-[1100px]:hidden">
        <Keys line={line} enters={work.cells.some((each) => each.line.may.enter)} />
      </Part>
    </div>
  );
}

function Part({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("border-b border-line px-4 py-3 last:border-b-0", className)}>{children}</div>;
}

function Value({ line }: { line: GridLine }) {
  if (line.notReported) return <span className="text-lg font-strong">not reported</span>;
  if (line.value === null) return <span className="text-lg text-ink-3">no value yet</span>;
  const isNumber = line.kind === "numeric";
  return (
    <span className={cx("font-strong wrap-anywhere", isNumber ? "text-xl" : "text-md")}>
      {isNumber ? <Num value={line.value} /> : line.value}{" "}
      {line.unit && <span className="text-sm font-normal text-ink-2">{unitWords(line.unit)}</span>}
    </span>
  );
}

function factsOf(line: GridLine, zone: string): Described[] {
  const { criticalLimit, previous, interval, selfVerified } = line;
  const at = (instant: string) => <Time at={instant} zone={zone} form="date" />;
  const person = (name: string | null, instant: string | null, more = "") =>
    name && (
      <>
        {name}
        {instant && (
          <>
            , <Time at={instant} zone={zone} form="time" />
          </>
        )}
        {more}
      </>
    );
  return [
    { term: "Interval", value: interval?.words ?? "no interval" },
    { term: "Critical", value: criticalLimit && limitWords(criticalLimit) },
    {
      term: "Before",
      value: previous && (
        <>
          {line.kind === "numeric" ? <Num value={previous.value} /> : previous.value} on {at(previous.at)}
        </>
      ),
    },
    { term: "Change", value: line.kind === "numeric" && changeWords(line.value, previous?.value) },
    { term: "Amends", value: line.amends && `${line.amends.value ?? "not reported"}: ${line.amends.reason}` },
    { term: "Method", value: line.method },
    { term: "LOINC", value: line.loinc && <Id>{line.loinc}</Id> },
    { term: "State", value: isAtWork(line) ? null : <StateMark kind="result" state={line.state} /> },
    { term: "Entered", value: person(line.enteredBy, line.enteredAt) },
    {
      term: "Verified",
      value: person(line.verifiedBy, line.verifiedAt, selfVerified ? ", who also entered it" : ""),
    },
  ].filter((fact) => Boolean(fact.value));
}

const isAtWork = ({ state }: GridLine) => state === "pending" || state === "entered";

function limitWords({ low, high }: { low: string | null; high: string | null }): string {
  const parts = [low !== null && `below ${groupDigits(low)}`, high !== null && `above ${groupDigits(high)}`];
  return parts.filter(Boolean).join(", ");
}

function Choices({ cell: { line, typed }, onChoose }: { cell: Cell; onChoose: (label: string) => void }) {
  return (
    <ul className="grid gap-0.5" aria-label={`Choices of ${line.analyteName}`}>
      {line.choices.map(({ code, label }, place) => {
        const key = keyOfChoice(line, place);
        return (
          <li key={code}>
            <button
              type="button"
              tabIndex={-1}
              aria-pressed={typed.value === label}
              onClick={() => onChoose(label)}
              className="flex min-h-6 w-full items-center gap-2 rounded-sm px-1 text-start hover:bg-hover aria-pressed:font-medium max-[1100px]:min-h-11"
            >
              <span className="w-5 flex-none">{key && <Key>{key}</Key>}</span>
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Keys({ line, enters }: { line: GridLine; enters: boolean }) {
  if (!enters) return null;
  const keys: [string[], string][] = [
    [["Enter", "↓"], "save and go down"],
    [["↑"], "go up"],
    [["Esc"], "put the saved value back"],
    ...(line.kind === "text" ? [] : [[[";"], "comment on this line"] satisfies [string[], string]]),
    [["Ctrl", "Enter"], "finish this sample, open the next"],
  ];
  return (
    <dl className="grid grid-cols-[78px_1fr] items-center gap-x-2.5 gap-y-1 text-xs text-ink-2">
      {keys.map(([names, does]) => (
        <div key={does} className="contents">
          <dt className="flex gap-0.75">
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
