import type { PlatformEvent as PlatformEventRow } from "@/lib/infra/prisma/client";
import type { AuditEvent, TimelineEntry } from "./schema";
import type { PlatformEvent } from "./schema.platform";
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

export function presentPlatformEvent(row: PlatformEventRow): PlatformEvent {
  const { id, action, ip, requestId, recordType, recordId } = row;
  return {
    ...{ id, action, ip, requestId, recordType, recordId },
    at: row.at.toISOString(),
    sentence: sentenceOf(action),
    outcome: row.outcome === "refused" ? "refused" : "done",
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    place: row.host,
    details: detailsOf(row),
  };
}

/** A JSON column holds JSON. */
function detailsOf({ details }: { details: unknown }): AuditEvent["details"] {
  return (details ?? null) as AuditEvent["details"];
}
