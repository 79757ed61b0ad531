import { ageAt, formatAge } from "@/lib/core/age";
import { presentPatient } from "@/lib/orders/presenter";
import { flagOf } from "./presenter";
import type { QueuedSample } from "./repository.queues";
import type { WorklistLine } from "./schema.queues";

const GRAVITY = ["LL", "HH", "L", "H", "A"];

/** The flags that say something, the gravest first. */
export function flagsOf(letters: readonly string[]): WorklistLine["flags"] {
  return [...letters]
    .sort((a, b) => GRAVITY.indexOf(a) - GRAVITY.indexOf(b))
    .flatMap((each) => flagOf(each) ?? []);
}

/** A sample as a line of a queue. */
export function presentQueued(row: QueuedSample, now: Date, timeZone: string): WorklistLine {
  const { sampleId, version, barcode, cap, sampleTypeName, sampleState, orderId, accessionNumber } = row;
  const { priority, tests, enteredBy, pending, entered } = row;
  return {
    ...{ sampleId, version, barcode, cap, sampleTypeName, sampleState, orderId, accessionNumber },
    ...{ priority, tests, enteredBy, pending, entered },
    patient: presentPatient(row),
    age: formatAge(ageAt(row.birthDate, row.collectedAt ?? row.accessionedAt, timeZone)),
    flags: flagsOf(row.flags),
    dueAt: row.dueAt.toISOString(),
    since: row.accessionedAt?.toISOString() ?? null,
    isOverdue: row.dueAt < now,
  };
}
