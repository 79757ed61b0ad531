import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { invalidField } from "@/lib/core/problem";
import { type LabContext, operation } from "@/lib/infra/operation";
import { settleOrders } from "@/lib/orders/repository";
import { sampleAccessioned } from "../events";
import { sampleLifecycle } from "../lifecycle";
import { recordedCollection } from "../policy";
import { presentSample } from "../presenter";
import { changeSamples, type LockedSample } from "../repository";
import { findSample } from "../repository.find";
import { Arrival, type ItemOutcome, Sample, type SampleItem, SampleRef } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

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
  async run(context, { params: { sampleId }, body }) {
    await actOnOne(context, sampleId, body, accessionSamples);
    return presentSample(await findSample(context.db, context.actor.laboratory.id, sampleId));
  },
});

export async function accessionSamples(
  context: LabContext,
  items: readonly SampleItem<Arrival>[],
): Promise<ItemOutcome[]> {
  const { db, actor, now, about, emit } = context;
  const laboratory = actor.laboratory;
  return await actOnEach(
    context,
    items,
    (sample, body) => ({
      state: follow(sampleLifecycle, sample.state, "accession"),
      ...collectionOf(sample, body, now, laboratory.timeZone),
      accessionedAt: now,
      accessionedById: actor.member?.id ?? null,
      condition: body.condition ?? null,
      temperatureC: body.temperatureC ?? null,
    }),
    async (granted) => {
      await changeSamples(
        db,
        laboratory.id,
        granted.map(({ sample, verdict }) => ({ id: sample.id, set: verdict })),
        now,
      );
      const orderIds = new Set(granted.map(({ sample }) => sample.orderId));
      await settleOrders(db, laboratory.id, [...orderIds], now);
      for (const { sample, verdict } of granted) {
        const { state, collectedAt, collectionNotRecorded, condition, temperatureC } = verdict;
        about({
          recordId: sample.id,
          orderId: sample.orderId,
          patientId: sample.patientId,
          details: {
            state: [sample.state, state],
            collectedAt: collectedAt?.toISOString() ?? null,
            ...{ collectionNotRecorded, condition, temperatureC },
          },
        });
        emit(sampleAccessioned({ sampleId: sample.id }));
      }
    },
  );
}

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
