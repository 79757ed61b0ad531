import type { Metadata } from "next";
import Link from "next/link";
import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { openCriticals } from "@/lib/results/operations/open-criticals";
import type { OpenCritical } from "@/lib/results/schema.queues";
import { KeepFresh } from "../_components/keep-fresh";
import { countOf } from "../_components/number-words";
import { OpenCall } from "../_dashboard/open-calls";
import { benchActor } from "../bench-actor";
import { methodWords } from "./call-words";

export const metadata: Metadata = { title: "Critical calls" };

export default async function CallsPage() {
  const actor = await benchActor("critical:record");
  const { data, hasMore } = await load(openCriticals, { query: {} });
  const zone = actor.laboratory.timeZone;
  const at = now();
  return (
    <Screen crumbs={[{ label: "Critical calls" }]}>
      <KeepFresh />
      <PageHead
        title={
          data.length === 0
            ? "No critical call is open"
            : `${countOf(data.length, "critical call", { isCapped: hasMore })} ${data.length === 1 ? "is" : "are"} open`
        }
        note="The longest waiting first. Each attempt is kept; a call is open until somebody was reached."
      />
      {data.length === 0 ? (
        <Empty title="Everybody was told">A critical value is here as soon as it is entered.</Empty>
      ) : (
        <ol className="grid gap-5">
          {data.map((call) => (
            <li key={call.result.id}>
              <OpenCall call={call} zone={zone} now={at} mayRecord={may(actor, "critical:record")} />
              <About call={call} zone={zone} />
            </li>
          ))}
        </ol>
      )}
      {hasMore && <p className="mt-3 text-ink-3">More follow. They move up as these are made.</p>}
    </Screen>
  );
}

/** Where the value stands, whom to ring, and what was tried. */
function About({ call: { result, requester, attempts }, zone }: { call: OpenCritical; zone: string }) {
  return (
    <div className="ps-5 pt-1.5 text-ink-2 max-md:ps-3">
      <p className="flex flex-wrap gap-x-4 gap-y-0.5">
        {requester?.phone && (
          <span>
            {requester.name}:{" "}
            <a href={`tel:${requester.phone.replaceAll(/[^+\d]/g, "")}`}>{requester.phone}</a>
          </span>
        )}
        <span>
          Interval {result.interval?.words ?? "none"}, entered by {result.enteredBy?.name}
          {result.enteredAt && (
            <>
              {" "}
              <Time at={result.enteredAt} zone={zone} form="both" />
            </>
          )}
        </span>
        <Link href={`/samples/${result.sampleId}/results?line=${result.id}`} prefetch={false}>
          Sample <Id>{result.barcode}</Id>
        </Link>
      </p>
      {attempts.length > 0 && (
        <ol className="mt-1" aria-label="Attempts">
          {attempts.map((attempt) => (
            <li key={attempt.id}>
              <Time at={attempt.notifiedAt} zone={zone} form="both" />: {attempt.recipientName},{" "}
              {attempt.recipientRole}, {methodWords[attempt.method]}, not reached, tried by{" "}
              {attempt.notifiedBy.name}. {attempt.note}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
