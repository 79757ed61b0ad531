import type { LabDb } from "@/lib/infra/db";
import { requesterOf, resultsOfOrders } from "@/lib/results/repository.find";
import { callsAbout } from "@/lib/results/repository.history";
import type { ToBeTold } from "@/lib/results/schema";
import type { ReportRow } from "./repository.find";

/**
 * Who holds a version of an order's report that no longer counts, and has to be told (R18): nobody while the
 * report was neither corrected nor withdrawn.
 */
export async function toBeToldOf(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  versions: readonly ReportRow[],
): Promise<ToBeTold[]> {
  const [current] = versions;
  const isWithdrawn = current?.withdrawnAt !== null && current !== undefined;
  const correcting = versions.filter(({ isCorrected }) => isCorrected).map(({ number }) => number);
  if (!isWithdrawn && correcting.length === 0) return [];
  const because = isWithdrawn
    ? "Was sent a report that is withdrawn."
    : `Was sent a version before version ${Math.max(...correcting)}.`;

  const told: ToBeTold[] = [];
  const requester = await requesterOf(db, laboratoryId, orderId);
  if (requester) {
    const { name, specialization, phone, email } = requester;
    told.push({ who: "requester", name, role: specialization, phone, email, because });
  }
  const results = await resultsOfOrders(db, laboratoryId, [orderId]);
  const changed = results.filter(({ state, isSuperseded }) => state === "withdrawn" || isSuperseded);
  const calls = await callsAbout(
    db,
    laboratoryId,
    changed.map(({ id }) => id),
  );
  for (const { recipientName: name, recipientRole: role, outcome } of calls) {
    if (outcome === "unable_to_reach" || told.some((each) => each.name === name)) continue;
    told.push({
      ...{ who: "called" as const, name, role, phone: null, email: null },
      because: "Was called about a value that no longer counts.",
    });
  }
  return told;
}
