import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { type LabContext, operation } from "@/lib/infra/operation";
import { sampleStored } from "../events";
import { sampleLifecycle } from "../lifecycle";
import { presentSample } from "../presenter";
import { changeSamples } from "../repository";
import { findSample } from "../repository.find";
import { type ItemOutcome, Sample, type SampleItem, SampleRef, Storage } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

export const storeSample = operation({
  id: "samples.store",
  http: "POST /samples/{sampleId}/store",
  summary: "Record that a completed sample was put away.",
  scope: "laboratory",
  permission: "sample:store",
  limit: "write",
  audit: "sample.stored",
  input: { params: SampleRef, body: Storage },
  output: Sample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    await actOnOne(context, sampleId, body, storeSamples);
    return presentSample(await findSample(context.db, context.actor.laboratory.id, sampleId));
  },
});

export async function storeSamples(
  context: LabContext,
  items: readonly SampleItem<Storage>[],
): Promise<ItemOutcome[]> {
  const { db, actor, now, about, emit } = context;
  return await actOnEach(
    context,
    items,
    (sample, body) => ({
      state: follow(sampleLifecycle, sample.state, "store"),
      storedAt: now,
      storageLocation: body.location ?? null,
    }),
    async (granted) => {
      await changeSamples(
        db,
        actor.laboratory.id,
        granted.map(({ sample, verdict }) => ({ id: sample.id, set: verdict })),
        now,
      );
      for (const { sample, verdict } of granted) {
        about({
          recordId: sample.id,
          orderId: sample.orderId,
          patientId: sample.patientId,
          details: { state: [sample.state, verdict.state], location: verdict.storageLocation },
        });
        emit(sampleStored({ sampleId: sample.id }));
      }
    },
  );
}
