import { type LabActor, may } from "@/lib/core/actor";
import { ageAt, formatAge } from "@/lib/core/age";
import { presentPatient } from "@/lib/orders/presenter";
import { whyNotVerify } from "./policy";
import { flagOf, presentCall, presentResult } from "./presenter";
import type { callsAbout } from "./repository.history";
import type { OpenCriticalRow, OrderToRelease, QueuedSample, SampleToVerify } from "./repository.queues";
import type { OpenCritical, ToRelease, ToVerify, WorklistLine } from "./schema.queues";

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

/** A sample that waits for verification, and what of it this person may verify. */
export function presentToVerify(row: SampleToVerify, actor: LabActor, now: Date): ToVerify {
  const { timeZone, allowsSelfVerification } = actor.laboratory;
  const who = { memberId: actor.member?.id ?? null, allowsSelfVerification };
  const isVerifier = may(actor, "result:verify");
  const free = row.results.filter((result) => whyNotVerify(result, who) === null);
  const [first] = row.results;
  return {
    ...presentQueued(row, now, timeZone),
    verifiable: isVerifier ? free.map(({ resultId, version }) => ({ resultId, version })) : [],
    whyNot: isVerifier && free.length === 0 && first ? whyNotVerify(first, who) : null,
  };
}

/** An order with something to release, and what a final report of it still waits for. */
export function presentToRelease(row: OrderToRelease, now: Date): ToRelease {
  const { orderId, accessionNumber, priority, requester, tests, verified, released, openCalls, missing } =
    row;
  return {
    ...{ orderId, accessionNumber, priority, requester, tests, verified, released, openCalls, missing },
    patient: presentPatient(row),
    flags: flagsOf(row.flags),
    placedAt: row.placedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    isOverdue: row.dueAt < now,
  };
}

/** A critical value that somebody has to be told, with what was tried. */
export function presentOpenCritical(
  row: OpenCriticalRow,
  calls: Awaited<ReturnType<typeof callsAbout>>,
): OpenCritical {
  return {
    result: presentResult(row),
    patient: presentPatient(row),
    requester: row.requesterName === null ? null : { name: row.requesterName, phone: row.requesterPhone },
    attempts: calls.filter(({ resultId }) => resultId === row.id).map(presentCall),
  };
}
