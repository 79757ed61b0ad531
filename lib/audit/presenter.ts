import type { AuditEvent, TimelineEntry } from "./schema";
import { sentenceOf } from "./vocabulary";

export type AuditEventRow = {
  id: string;
  at: Date;
  action: string;
  outcome: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  actorRoles: string[];
  ip: string | null;
  requestId: string;
  recordType: string | null;
  recordId: string | null;
  orderId: string | null;
  patientId: string | null;
  details: unknown;
};

export function presentEvent(row: AuditEventRow): AuditEvent {
  const { id, action, ip, requestId, recordType, recordId, orderId, patientId } = row;
  return {
    ...{ id, action, ip, requestId, recordType, recordId, orderId, patientId },
    at: row.at.toISOString(),
    sentence: sentenceOf(action),
    outcome: row.outcome === "refused" ? "refused" : "done",
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, roles: row.actorRoles },
    details: detailsOf(row),
  };
}

export function presentEntry(row: AuditEventRow, showsDetails: boolean): TimelineEntry {
  const { id, action, recordType, recordId } = row;
  return {
    ...{ id, action, recordType, recordId },
    at: row.at.toISOString(),
    sentence: sentenceOf(action),
    by: row.actorName,
    details: showsDetails ? detailsOf(row) : null,
  };
}

/** A JSON column holds JSON. */
function detailsOf({ details }: AuditEventRow): AuditEvent["details"] {
  return (details ?? null) as AuditEvent["details"];
}
