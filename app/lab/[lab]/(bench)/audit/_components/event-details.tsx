import type { AuditEvent } from "@/lib/audit/schema";

type Told = Pick<AuditEvent, "details" | "action" | "requestId" | "recordId">;

/** What changed, and what an investigation asks for; closed until it is wanted. */
export function EventDetails({ event }: { event: Told }) {
  const { details, action, requestId, recordId } = event;
  return (
    <details>
      <summary className="w-fit text-xs text-ink-3 max-md:py-2">Details</summary>
      <dl className="mt-1 grid max-w-140 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
        <Line term="action" value={action} />
        {recordId && <Line term="record" value={recordId} />}
        <Line term="request" value={requestId} />
        {isRecord(details)
          ? Object.entries(details).map(([term, value]) => <Line key={term} term={term} value={value} />)
          : details !== null && <Line term="details" value={details} />}
      </dl>
    </details>
  );
}

function Line({ term, value }: { term: string; value: unknown }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="id wrap-anywhere">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
    </>
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
