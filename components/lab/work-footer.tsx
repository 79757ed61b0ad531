import type { ReactNode } from "react";
import { Id } from "../ui/id";
import { PatientName } from "./patient-name";

type WorkFooterProps = {
  /** "You are entering for" */
  lead: string;
  patient: { family: string; given: string | null; mrn: string };
  /** "26 of 28 lines entered" */
  note?: ReactNode;
  /** What is not saved yet, counted. */
  status?: ReactNode;
  action: ReactNode;
};

/** The identity once more, beside the act it is about. */
export function WorkFooter({ lead, patient, note, status, action }: WorkFooterProps) {
  return (
    <footer className="sticky bottom-0 z-10 flex min-h-14 flex-wrap items-center gap-x-5 gap-y-1 border-t border-line-strong bg-surface px-5 py-2 max-md:bottom-14 max-md:px-4 print:hidden">
      <p>
        <span className="max-md:sr-only">{lead} </span>
        <strong>
          <PatientName family={patient.family} given={patient.given} />
        </strong>{" "}
        · <Id>{patient.mrn}</Id>
      </p>
      {note && <p className="text-ink-2">{note}</p>}
      <div className="ms-auto flex flex-wrap items-center gap-4">
        {status && <div aria-live="polite">{status}</div>}
        {action}
      </div>
    </footer>
  );
}
