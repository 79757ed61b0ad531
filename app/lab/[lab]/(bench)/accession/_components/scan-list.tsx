"use client";

import { Check, Clock, OctagonX, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { isCapColour, Tube } from "@/components/lab/tube";
import { AskButton } from "@/components/ui/ask-button";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import type { Choice } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Day, Time } from "@/components/ui/time";
import { attempt } from "../../_components/use-act";
import { reject } from "../actions";
import { refusalWords } from "./outcome-words";
import { hasArrived, isRefused, type Line } from "./station";

type ScanListProps = {
  lines: readonly Line[];
  zone: string;
  /** Absent for those who may not reject. */
  reasons: readonly Choice[] | null;
  onRejected: (sampleId: string, rejection: string) => void;
};

/** What was scanned, newest first. MRN and birth date, no names: the screen faces the room. */
export function ScanList({ lines, zone, reasons, onRejected }: ScanListProps) {
  if (lines.length === 0) {
    return (
      <Empty title="Nothing is scanned yet">
        Scan the label of a tube, or type the number under its bars. Each tube becomes a line here, one after
        the other, without a press in between.
      </Empty>
    );
  }
  return (
    <Table label="Scanned just now" tall>
      <TableHead>
        <Head className="w-16">Time</Head>
        <Head>Tube</Head>
        <Head>Patient</Head>
        <Head>Sample type</Head>
        <Head>What happened</Head>
        <Head hidden>Action</Head>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell phone="lead-end" className="text-ink-3">
              <Time at={line.at} zone={zone} form="time" />
            </Cell>
            <Cell phone="lead" className="whitespace-nowrap">
              <span className="inline-flex items-center gap-2 align-middle">
                {isCapColour(line.scanned?.sample?.cap ?? "") && <Cap line={line} />}
                <Id strong>{line.barcode}</Id>
              </span>
            </Cell>
            <Cell phone="none" className="whitespace-nowrap">
              <Who line={line} />
            </Cell>
            <Cell phone="none">{line.scanned?.sample?.sampleTypeName}</Cell>
            <Cell phone="sub">
              <What line={line} zone={zone} />
            </Cell>
            <Cell phone={reasons && mayReject(line) ? "sub-end" : "none"} end>
              {reasons && mayReject(line) && (
                <RejectScanned line={line} reasons={reasons} onRejected={onRejected} />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Cap({ line }: { line: Line }) {
  const cap = line.scanned?.sample?.cap ?? "none";
  return <Tube cap={isCapColour(cap) ? cap : "none"} />;
}

function Who({ line }: { line: Line }) {
  const patient = line.scanned?.patient;
  if (!patient) return null;
  return (
    <>
      <Id>{patient.mrn}</Id>{" "}
      <span className="ms-1 text-ink-3">
        {patient.birthDate ? <Day day={patient.birthDate} /> : "birth date unknown"}
      </span>
    </>
  );
}

function What({ line, zone }: { line: Line; zone: string }) {
  const { status, scanned, told, rejection } = line;
  const outcome = scanned?.outcome;
  if (status === "waiting") return <Said sign={<Clock />}>Waits to be sent</Said>;
  if (status === "sending") return <Said sign={<Spinner />}>Sending</Said>;
  if (status === "asked")
    return (
      <Said look="warn" sign={<Clock />}>
        Waits for its collection time
      </Said>
    );
  if (status === "aside")
    return (
      <Said look="warn" sign={<Clock />}>
        Not received: collection time open
      </Said>
    );
  if (rejection)
    return (
      <Said look="bad" sign={<OctagonX />}>
        Rejected: {rejection}
      </Said>
    );
  if (outcome && isRefused(outcome)) {
    return (
      <Said look="bad" sign={<OctagonX />}>
        {refusalWords[outcome]}
      </Said>
    );
  }
  if (status === "twice") return <Said sign={<RotateCw />}>Scanned twice, counted once</Said>;
  if (outcome === "already_accessioned") {
    const at = scanned?.sample?.accessionedAt;
    return (
      <Said sign={<RotateCw />}>
        Accessioned before
        {at && (
          <>
            , <Time at={at} zone={zone} />
          </>
        )}
        , counted once
      </Said>
    );
  }
  if (told && "collectionNotRecorded" in told) {
    return (
      <Said look="warn" sign={<Clock />}>
        Accessioned, collection time not recorded
      </Said>
    );
  }
  return (
    <Said look="good" sign={<Check />}>
      Accessioned
    </Said>
  );
}

const looks = {
  quiet: { sign: "text-ink-2", words: "text-ink-2" },
  good: { sign: "text-ok", words: "font-medium" },
  warn: { sign: "text-warn", words: "font-medium text-warn" },
  bad: { sign: "text-danger", words: "font-medium text-danger" },
};

function Said({
  look = "quiet",
  sign,
  children,
}: {
  look?: keyof typeof looks;
  sign: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={cx("inline-flex items-center gap-2 align-middle", looks[look].words)}>
      <span aria-hidden="true" className={cx("flex-none [&>svg]:size-4", looks[look].sign)}>
        {sign}
      </span>
      <span>{children}</span>
    </span>
  );
}

const mayReject = (line: Line) => hasArrived(line) && line.rejection === null;

type RejectScannedProps = Pick<ScanListProps, "onRejected"> & { line: Line; reasons: readonly Choice[] };

function RejectScanned({ line, reasons, onRejected }: RejectScannedProps) {
  const sample = line.scanned?.sample;
  const patient = line.scanned?.patient;
  if (!sample) return null;
  return (
    <AskButton
      size="small"
      look="quiet"
      ask={{
        title: `Reject ${sample.barcode}?`,
        about: (
          <>
            {sample.sampleTypeName}
            {patient && `, MRN ${patient.mrn}`}. What is to be measured in it is asked for again on a new
            tube, with a label of its own.
          </>
        ),
        keep: "Keep it",
        act: "Reject the tube",
        busy: "Rejecting",
        reason: { label: "Reason", choices: reasons, noteFor: ["other"], noteLabel: "Note" },
        async onAct({ code, note }) {
          const body = { reasonCode: code, ...(note.trim() && { note: note.trim() }) };
          const answer = await attempt(() => reject({ params: { sampleId: sample.id }, body }));
          if (answer.ok)
            onRejected(sample.id, rejectionWords(answer.value.recollection?.barcode, code, reasons));
          return answer;
        },
      }}
    >
      Reject
    </AskButton>
  );
}

function rejectionWords(recollection: string | undefined, code: string, reasons: readonly Choice[]): string {
  const reason = reasons.find(({ value }) => value === code)?.label.toLowerCase() ?? code;
  return recollection ? `${reason}, ${recollection} is to be collected` : reason;
}
