import { Check } from "lucide-react";
import type { Flag as FlagLetters } from "@/lib/core/flag";
import { Flag } from "../lab/flag";
import { IntervalGlyph } from "../lab/interval-glyph";
import { intervalPicture } from "../lab/interval-picture";
import { LabTile } from "../lab/mark";
import { PatientName } from "../lab/patient-name";
import { Tube } from "../lab/tube";
import { Id } from "../ui/id";
import { Num } from "../ui/num";
import { Tag } from "../ui/tag";

type Line = {
  name: string;
  value: string;
  unit: string;
  low: string;
  high: string;
  flag: FlagLetters;
  before: string;
  at: string;
};

/** Result entry as it looks at work, with an invented patient. A picture: nothing in it can be pressed. */
export function GridPicture({ host }: { host: string }) {
  return (
    <div
      role="img"
      aria-label="Result entry for a blood count: each value with its flag and its place on the interval"
      className="mx-auto mt-7 h-130 max-w-342 overflow-hidden border-b border-line px-24 pt-6 max-xl:px-8 max-md:h-105 max-md:ps-4 max-md:pe-0"
    >
      <div className="min-w-240 overflow-hidden rounded-t-lg bg-surface shadow-dialog">
        <div className="flex h-9 items-center gap-2.5 border-b border-line bg-canvas px-3.5 text-xs text-ink-3">
          <LabTile name="Demo" size="small" />
          <span className="me-auto">{host}</span>
          Demonstration
        </div>
        <div className="flex h-15 items-center border-b border-line-strong px-6">
          <span className="pe-5 text-lg font-strong">
            <PatientName family="Okonjo" given="Miriam" />
          </span>
          {facts.map(({ term, value }) => (
            <span key={term} className="border-s border-line px-4">
              <span className="block text-2xs text-ink-3">{term}</span>
              <span className="flex items-center gap-1.5 leading-4.5 font-medium">{value}</span>
            </span>
          ))}
          <span className="ms-auto">
            <Tag look="strong">Urgent</Tag>
          </span>
        </div>
        <table className="w-full table-fixed">
          <colgroup>
            {["w-12", "w-44", "w-16", "w-28", "w-24", "w-40", "w-44", "w-24", "w-24"].map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing but their place
              <col key={index} className={width} />
            ))}
          </colgroup>
          <thead>
            <tr className="h-7.5 border-b border-line-strong text-xs text-ink-3 [&>td]:px-2.5">
              <td />
              <td>Analyte</td>
              <td className="text-center">Flag</td>
              <td className="text-end">Value</td>
              <td>Unit</td>
              <td className="text-end">Interval</td>
              <td className="text-center">On its interval</td>
              <td className="text-end">12 May 26</td>
              <td>Saved</td>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ title, lines }, index) => (
              <Group
                key={title}
                title={title}
                lines={lines}
                before={index === 0 ? 0 : groups[0].lines.length}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Group({ title, lines, before }: { title: string; lines: readonly Line[]; before: number }) {
  return (
    <>
      <tr className="border-b border-line bg-sunken text-xs">
        <td />
        <td colSpan={8} className="h-6.75 px-2.5 font-strong text-ink-2">
          {title}{" "}
          <span className="ms-1 font-normal text-ink-3">
            {lines.length} of {lines.length}
          </span>
        </td>
      </tr>
      {lines.map((line, index) => (
        <LineRow key={line.name} line={line} number={before + index + 1} />
      ))}
    </>
  );
}

function LineRow({ line, number }: { line: Line; number: number }) {
  const isCritical = line.flag === "HH" || line.flag === "LL";
  const isCurrent = line.flag === "LL";
  const [value, before] = [line.value, line.before];
  return (
    <tr className={`border-b border-line [&>td]:h-6.75 [&>td]:px-2.5 ${isCurrent ? "bg-select" : ""}`}>
      <td
        className={`text-end text-xs ${isCritical ? "text-flag-critical-ink shadow-[inset_3px_0_0_var(--color-flag-critical)]" : "text-ink-3"}`}
      >
        {number}
      </td>
      <td className="whitespace-nowrap">{line.name}</td>
      <td className="text-center">
        <Flag flag={line.flag} />
      </td>
      <td
        className={`text-end font-medium ${isCurrent ? "bg-surface outline-2 -outline-offset-1 outline-focus" : ""}`}
      >
        <Num value={value} decimals={2} />
      </td>
      <td className="text-ink-2">{line.unit}</td>
      <td className="text-end text-ink-2">
        <Num value={line.low} /> – <Num value={line.high} />
      </td>
      <td className="px-3.5! py-0!">
        <IntervalGlyph
          form="column"
          picture={intervalPicture({
            value,
            low: line.low,
            high: line.high,
            flag: line.flag,
            previous: before,
          })}
          className="h-6.75"
        />
      </td>
      <td className="text-end text-ink-3">
        <Num value={before} decimals={2} />
      </td>
      <td className="text-xs text-ink-3">
        <span className="flex items-center gap-1">
          <Check className="size-3.25" aria-hidden="true" />
          {line.at}
        </span>
      </td>
    </tr>
  );
}

const facts = [
  { term: "MRN", value: <Id>DEMO-0417</Id> },
  { term: "Born", value: "3 Mar 1987" },
  { term: "Sex", value: "Female" },
  { term: "Age at collection", value: "39 years" },
  {
    term: "Sample",
    value: (
      <>
        <Tube cap="lavender" />
        <Id>261120-00108-1</Id>
      </>
    ),
  },
];

const line = (name: string, value: string, unit: string, low: string, high: string, ...rest: Rest): Line => {
  const [flag, before, at] = rest;
  return { name, value, unit, low, high, flag, before, at };
};

type LineGroup = { title: string; lines: Line[] };

type Rest = [flag: FlagLetters, before: string, at: string];

// Invented, like the patient; limits of the kind a laboratory sets for itself.
const groups: [LineGroup, ...LineGroup[]] = [
  {
    title: "Counts and indices",
    lines: [
      line("Erythrocytes", "3.92", "10⁶/µL", "3.8", "5.2", "N", "4.31", "07:12"),
      line("Haemoglobin", "11.2", "g/dL", "11.7", "15.7", "L", "12.4", "07:12"),
      line("Haematocrit", "34", "%", "35", "47", "L", "38", "07:12"),
      line("Platelets", "18000", "cells/µL", "150000", "400000", "LL", "268000", "07:13"),
      line("MCV", "87", "fL", "80", "100", "N", "88", "07:13"),
      line("MCH", "28.6", "pg", "27", "34", "N", "28.8", "07:13"),
      line("MCHC", "32.9", "g/dL", "32", "36", "N", "32.7", "07:13"),
      line("Leukocytes", "11800", "cells/µL", "4000", "10800", "H", "7200", "07:14"),
    ],
  },
  {
    title: "Differential",
    lines: [
      line("Neutrophils", "7.9", "10³/µL", "1.8", "7.7", "H", "4.2", "07:14"),
      line("Lymphocytes", "2.6", "10³/µL", "1.0", "4.8", "N", "2.1", "07:14"),
      line("Monocytes", "0.9", "10³/µL", "0.2", "1.0", "N", "0.5", "07:15"),
      line("Eosinophils", "0.3", "10³/µL", "0.0", "0.5", "N", "0.3", "07:15"),
      line("Basophils", "0.1", "10³/µL", "0.0", "0.2", "N", "0.1", "07:15"),
    ],
  },
];
