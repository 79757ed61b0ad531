import type { LabDb } from "@/lib/infra/db";
import { presentCall, presentChange, presentResult } from "./presenter";
import { findResult, type RequesterRow, requesterOf, versionsOf } from "./repository.find";
import { type CallRow, callsAbout, changesOf } from "./repository.history";
import type { ResultRow } from "./repository.row";
import type { ResultDetail, ToBeTold } from "./schema";

/** A result with its history and its other versions. @throws Problem "not_found" */
export async function resultDetail(db: LabDb, laboratoryId: string, resultId: string): Promise<ResultDetail> {
  const row = await findResult(db, laboratoryId, resultId);
  const versions = await versionsOf(db, laboratoryId, row);
  const calls = await callsAbout(
    db,
    laboratoryId,
    versions.map(({ id }) => id),
  );
  const changes = await changesOf(db, laboratoryId, resultId);
  const requester = await requesterOf(db, laboratoryId, row.orderId);
  return {
    ...presentResult(row),
    changes: changes.map(presentChange),
    versions: versions.map(presentResult),
    notifications: calls.filter((call) => call.resultId === resultId).map(presentCall),
    toBeTold: toBeTold(versions, calls, requester),
  };
}

/** Who has a value that an amendment changes, under way or released, and has to be told (R18). */
function toBeTold(
  versions: readonly ResultRow[],
  calls: readonly CallRow[],
  requester: RequesterRow | null,
): ToBeTold[] {
  const amended = new Set(
    versions.flatMap(({ supersedesId, state }) =>
      supersedesId === null || state === "cancelled" || state === "replaced" ? [] : [supersedesId],
    ),
  );
  if (amended.size === 0) return [];
  const told: ToBeTold[] = [];
  if (requester) {
    const { name, specialization, phone, email } = requester;
    told.push({
      who: "requester",
      name,
      role: specialization,
      phone,
      email,
      because: "Was sent the former value.",
    });
  }
  for (const call of calls) {
    if (!amended.has(call.resultId) || call.outcome === "unable_to_reach") continue;
    if (told.some(({ name }) => name === call.recipientName)) continue;
    told.push({
      who: "called",
      name: call.recipientName,
      role: call.recipientRole,
      phone: null,
      email: null,
      because: "Was called about the former value.",
    });
  }
  return told;
}
