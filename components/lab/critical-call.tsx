import type { ReactNode } from "react";
import type { Flag as FlagLetters } from "@/lib/core/flag";
import { unitWords } from "@/lib/core/unit-words";
import { Id } from "../ui/id";
import { Num } from "../ui/num";
import { Flag } from "./flag";
import { PatientName } from "./patient-name";

type CriticalCallProps = {
  flag: FlagLetters;
  analyte: string;
  value: string;
  unit?: string | null | undefined;
  patient: { family: string; given: string | null; mrn: string; born: string };
  /** "for Dr. Nicholas Radon" */
  requester?: string | null | undefined;
  /** What has been tried: "nobody told yet", "2 attempts, not reached". */
  told: string;
  /** How long it waits: "6 min open". */
  open: string;
  /** "Record the call" */
  action?: ReactNode;
};

/** A critical value whose call is not recorded yet: the loudest thing on the screen until it is. */
export function CriticalCall({
  flag,
  analyte,
  value,
  unit,
  patient,
  requester,
  told,
  open,
  action,
}: CriticalCallProps) {
  return (
    <section
      aria-label={`Critical value: ${analyte}`}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 rounded-md border border-s-[5px] border-flag-critical bg-flag-critical-tint px-4 py-3.5 max-md:grid-cols-[auto_minmax(0,1fr)] max-md:p-3"
    >
      <span className="max-md:self-start">
        <Flag flag={flag} size="large" />
      </span>
      <div className="min-w-0">
        <p className="text-lg leading-6 font-strong">
          {analyte} <Num value={value} />{" "}
          {unit && <span className="font-normal text-ink-2">{unitWords(unit)}</span>}
        </p>
        <p className="text-ink-2">
          <strong className="text-ink">
            <PatientName family={patient.family} given={patient.given} />
          </strong>{" "}
          · <Id>{patient.mrn}</Id> · born {patient.born}
          {requester && ` · for ${requester}`} · {told},{" "}
          <strong className="text-flag-critical-ink">{open}</strong>
        </p>
      </div>
      {action && <div className="max-md:col-span-2 max-md:mt-2 max-md:grid">{action}</div>}
    </section>
  );
}
