import { localDateToday } from "@/lib/core/dates";
import { invalidField, Problem } from "@/lib/core/problem";
import type { SampleState } from "@/lib/orders/schema";

/** Clocks differ a little: a time this far ahead is taken as now. */
const TOLERANCE_MS = 60_000;

type Taking = { collectedAt: Date; accessionedAt: Date | null; birthDate: string | null };

/**
 * When a sample was taken, as it is recorded (R5).
 * @throws Problem "validation_failed" for a time in the future, before the birth date, or after its accession.
 */
export function recordedCollection(
  { collectedAt, accessionedAt, birthDate }: Taking,
  now: Date,
  timeZone: string,
): Date {
  if (collectedAt.getTime() > now.getTime() + TOLERANCE_MS) {
    throw invalidField("collectedAt", "Collection cannot lie in the future. Check the date and the time.");
  }
  if (birthDate !== null && localDateToday(collectedAt, timeZone) < birthDate) {
    throw invalidField("collectedAt", "Collection cannot lie before the patient's birth date. Check both.");
  }
  if (accessionedAt !== null && collectedAt > accessionedAt) {
    throw invalidField("collectedAt", "Collection cannot lie after the sample arrived at the bench.");
  }
  return collectedAt > now ? now : collectedAt;
}

/** States in which the collection time is on record and may still be wrong. */
const correctable: readonly SampleState[] = ["collected", "accessioned", "in_process", "completed", "stored"];

/** Why a sample's collection time cannot be corrected. */
export function correctionProblem(state: SampleState): Problem | null {
  if (correctable.includes(state)) return null;
  return new Problem(
    "illegal_move",
    state === "expected"
      ? "This sample is not collected yet: record its collection instead."
      : "This sample is out of use: its collection time stays as it is.",
  );
}

/** Why no label is printed for a sample. */
export function labelProblem(state: SampleState): Problem | null {
  if (state !== "rejected" && state !== "cancelled") return null;
  return new Problem(
    "illegal_move",
    state === "rejected"
      ? "This sample is rejected: print the label of its recollection instead."
      : "This sample is cancelled: nothing is to be taken, so there is no label.",
  );
}
