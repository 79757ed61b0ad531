import { Phone } from "lucide-react";
import Link from "next/link";
import { CriticalCall } from "@/components/lab/critical-call";
import { duration } from "@/components/lab/turnaround";
import { unitWords } from "@/lib/core/unit-words";
import type { OpenCritical } from "@/lib/results/schema.queues";
import { countOf } from "../_components/number-words";
import { bornWords } from "../_components/person-words";
import { nameParts } from "../_components/shown-name";
import { RecordCallButton } from "../calls/_components/record-call-button";

type OpenCallsProps = {
  calls: { data: readonly OpenCritical[]; waiting: number; isCapped: boolean };
  zone: string;
  now: Date;
  mayRecord: boolean;
};

const SHOWN = 3;

/** Critical values that nobody took the call for yet: the loudest thing on the page until somebody did. */
export function OpenCalls({ calls, zone, now, mayRecord }: OpenCallsProps) {
  if (calls.waiting === 0) return null;
  return (
    <section aria-label="Open critical calls" className="mb-7 grid gap-3">
      {calls.data.slice(0, SHOWN).map((call) => (
        <OpenCall key={call.result.id} call={call} zone={zone} now={now} mayRecord={mayRecord} />
      ))}
      {calls.waiting > SHOWN && (
        <p>
          <Link href="/calls">
            {countOf(calls.waiting - SHOWN, "further call", calls)}{" "}
            {calls.waiting - SHOWN === 1 ? "is" : "are"} open
          </Link>
        </p>
      )}
    </section>
  );
}

type OpenCallProps = { call: OpenCritical; zone: string; now: Date; mayRecord: boolean };

export function OpenCall({
  call: { result, patient, requester, attempts },
  zone,
  now,
  mayRecord,
}: OpenCallProps) {
  const value = result.value ?? "";
  const openFor = Math.max(
    0,
    Math.round((now.getTime() - Date.parse(result.enteredAt ?? result.updatedAt)) / 60_000),
  );
  return (
    <CriticalCall
      flag={result.flag}
      analyte={result.analyteName}
      value={value}
      unit={result.unit}
      patient={{ ...nameParts(patient), mrn: patient.mrn, born: bornWords(patient) }}
      requester={requester?.name}
      told={
        attempts.length === 0
          ? "nobody told yet"
          : `${countOf(attempts.length, "attempt").toLowerCase()}, nobody reached`
      }
      open={`${duration(openFor)} open`}
      action={
        mayRecord && (
          <RecordCallButton
            zone={zone}
            call={{
              resultId: result.id,
              what: `${result.analyteName} ${value} ${unitWords(result.unit)}`.trim(),
              patient,
              requester: requester?.name ?? null,
            }}
          >
            <Phone aria-hidden="true" />
            Record the call
          </RecordCallButton>
        )
      }
    />
  );
}
