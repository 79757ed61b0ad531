import "server-only";
import { invalidField } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { settleOrders } from "@/lib/orders/repository";
import { sampleAccessioned } from "../events";
import { recordedCollection } from "../policy";
import type { LockedSample } from "../repository";
import { Arrival, Sample, SampleRef } from "../schema";
import { moveOne, moving } from "./move-samples";

export const accessionSample = operation({
  id: "samples.accession",
  http: "POST /samples/{sampleId}/accession",
  summary: "Record that a sample has arrived at the bench.",
  description:
    "Where no collection is recorded yet, say when it was, or state that it was not recorded: the report prints that.",
  scope: "laboratory",
  permission: "sample:accession",
  limit: "write",
  audit: "sample.accessioned",
  input: { params: SampleRef, body: Arrival },
  output: Sample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  run: (context, { params, body }) => moveOne(context, params.sampleId, body, accessionSamples),
});

export const accessionSamples = moving({
  move: "accession",
  announces: sampleAccessioned,
  make: (sample, body: Arrival, { actor, now }) => ({
    ...collectionOf(sample, body, now, actor.laboratory.timeZone),
    accessionedAt: now,
    accessionedById: actor.member?.id ?? null,
    condition: body.condition ?? null,
    temperatureC: body.temperatureC ?? null,
  }),
  tell: ({ collectedAt, collectionNotRecorded, condition, temperatureC }) => ({
    collectedAt: collectedAt?.toISOString() ?? null,
    ...{ collectionNotRecorded, condition, temperatureC },
  }),
  settle: ({ db, actor, now }, orderIds) => settleOrders(db, actor.laboratory.id, orderIds, now),
});

/** When it was taken: as recorded before, as told now, or knowingly unknown. */
function collectionOf(sample: LockedSample, body: Arrival, now: Date, timeZone: string) {
  const told = body.collectedAt ? new Date(body.collectedAt) : null;
  if (sample.collectedAt !== null) {
    if (body.collectionNotRecorded || (told && told.getTime() !== sample.collectedAt.getTime())) {
      throw invalidField(
        body.collectionNotRecorded ? "collectionNotRecorded" : "collectedAt",
        "The collection of this sample is recorded already. Leave this out, and correct the time afterwards if it is wrong.",
      );
    }
    return { collectedAt: sample.collectedAt, collectionNotRecorded: false };
  }
  if (told) {
    const collectedAt = recordedCollection({ ...sample, collectedAt: told }, now, timeZone);
    return { collectedAt, collectionNotRecorded: false };
  }
  if (body.collectionNotRecorded) return { collectedAt: null, collectionNotRecorded: true };
  throw invalidField(
    "collectedAt",
    "Nobody recorded when this sample was collected. Give the time, or state that it was not recorded.",
  );
}
