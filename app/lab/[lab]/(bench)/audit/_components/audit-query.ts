import { instantOf } from "../../_components/local-time";
import type { Query } from "../../_components/page-links";

/** The address as the operation is asked: days of the laboratory's calendar become instants. */
export function auditQuery(query: Query, timeZone: string): Record<string, string> {
  const { outcome, cursor, action, kind, who, order, patient, record } = query;
  const from = midnight(query.from, timeZone);
  const to = midnight(dayAfter(query.to), timeZone);
  return {
    ...(outcome && isOutcome(outcome) && { outcome }),
    ...(cursor && { cursor }),
    ...(action && { action }),
    ...(kind && { recordType: kind }),
    ...(isId(who) && { actorId: who }),
    ...(isId(order) && { orderId: order }),
    ...(isId(patient) && { patientId: patient }),
    ...(record && { recordId: record }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function midnight(day: string | undefined, timeZone: string): string | null {
  return day ? (instantOf({ day, time: "00:00" }, timeZone)?.toISOString() ?? null) : null;
}

/** The last day asked for is meant whole. */
export function dayAfter(day: string | undefined): string | undefined {
  const start = Date.parse(`${day ?? ""}T00:00:00Z`);
  if (Number.isNaN(start)) return undefined;
  return new Date(start + 24 * 3600 * 1000).toISOString().slice(0, 10);
}

function isOutcome(text: string): boolean {
  return text === "done" || text === "refused";
}

/** An id that was mistyped asks for nothing rather than for an error. */
function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
