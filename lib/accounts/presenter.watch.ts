import type { Suspicion } from "@/lib/infra/prisma/client";
import type { DeviceWithSessions } from "./repository.devices";
import {
  type DeviceView,
  SuspicionAnswerName,
  SuspicionKindName,
  type SuspicionView,
  type WarningView,
} from "./schema.watch";

export function presentDevice(device: DeviceWithSessions, sessionId: string | null): DeviceView {
  return {
    id: device.id,
    name: device.name,
    current: device.sessions.some(({ id }) => id === sessionId),
    place: device.host,
    ip: device.ip,
    timeZone: device.timeZone,
    sessions: device.sessions.length,
    firstSeenAt: device.firstSeenAt.toISOString(),
    lastSeenAt: device.lastSeenAt.toISOString(),
  };
}

export function presentWarning(row: Suspicion): WarningView {
  const { id, at, host: place, ip } = row;
  return {
    ...{ id, place, ip, at: at.toISOString() },
    kind: SuspicionKindName.parse(row.kind),
    answer: SuspicionAnswerName.parse(row.answer),
  };
}

export function presentSuspicion(row: Suspicion, publicIds: ReadonlyMap<string, string>): SuspicionView {
  const publicIdOf = (id: string | null) => (id === null ? null : (publicIds.get(id) ?? null));
  return {
    ...presentWarning(row),
    accountId: row.accountId,
    publicId: publicIdOf(row.accountId),
    laboratoryId: row.laboratoryId,
    // Only `recordSuspicion` writes it, and it takes objects.
    evidence: row.evidence as Record<string, unknown>,
    state: row.state,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    reviewedBy: publicIdOf(row.reviewedById),
    note: row.note,
  };
}
