import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { type LabContext, operation } from "@/lib/infra/operation";
import { sampleCollected } from "../events";
import { sampleLifecycle } from "../lifecycle";
import { recordedCollection } from "../policy";
import { presentSample } from "../presenter";
import { changeSamples } from "../repository";
import { findSample } from "../repository.find";
import { Collection, type ItemOutcome, Sample, type SampleItem, SampleRef } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

export const collectSample = operation({
  id: "samples.collect",
  http: "POST /samples/{sampleId}/collect",
  summary: "Record that a sample was collected.",
  description: "Collection cannot lie in the future nor before the patient's birth date.",
  scope: "laboratory",
  permission: "sample:collect",
  limit: "write",
  audit: "sample.collected",
  input: { params: SampleRef, body: Collection },
  output: Sample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    await actOnOne(context, sampleId, body, collectSamples);
    return presentSample(await findSample(context.db, context.actor.laboratory.id, sampleId));
  },
});

export async function collectSamples(
  context: LabContext,
  items: readonly SampleItem<Collection>[],
): Promise<ItemOutcome[]> {
  const { db, actor, now, about, emit } = context;
  const laboratory = actor.laboratory;
  return await actOnEach(
    context,
    items,
    (sample, body) => ({
      state: follow(sampleLifecycle, sample.state, "collect"),
      collectedAt: recordedCollection(
        { ...sample, collectedAt: body.collectedAt ? new Date(body.collectedAt) : now },
        now,
        laboratory.timeZone,
      ),
      collectedById: actor.member?.id ?? null,
      site: body.site ?? null,
    }),
    async (granted) => {
      await changeSamples(
        db,
        laboratory.id,
        granted.map(({ sample, verdict }) => ({ id: sample.id, set: verdict })),
        now,
      );
      for (const { sample, verdict } of granted) {
        const { state, collectedAt, site } = verdict;
        about({
          recordId: sample.id,
          orderId: sample.orderId,
          patientId: sample.patientId,
          details: { state: [sample.state, state], collectedAt: collectedAt.toISOString(), site },
        });
        emit(sampleCollected({ sampleId: sample.id }));
      }
    },
  );
}
