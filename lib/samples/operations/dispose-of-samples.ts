import "server-only";
import { follow } from "@/lib/core/lifecycle";
import { type LabContext, operation } from "@/lib/infra/operation";
import { sampleDisposed } from "../events";
import { sampleLifecycle } from "../lifecycle";
import { presentSample } from "../presenter";
import { changeSamples } from "../repository";
import { findSample } from "../repository.find";
import { Disposal, type ItemOutcome, Sample, type SampleItem, SampleRef } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

export const disposeOfSample = operation({
  id: "samples.dispose",
  http: "POST /samples/{sampleId}/dispose",
  summary: "Record that a stored sample was disposed of.",
  scope: "laboratory",
  permission: "sample:store",
  limit: "write",
  audit: "sample.disposed",
  input: { params: SampleRef, body: Disposal },
  output: Sample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    await actOnOne(context, sampleId, body, disposeOfSamples);
    return presentSample(await findSample(context.db, context.actor.laboratory.id, sampleId));
  },
});

export async function disposeOfSamples(
  context: LabContext,
  items: readonly SampleItem<Disposal>[],
): Promise<ItemOutcome[]> {
  const { db, actor, now, about, emit } = context;
  return await actOnEach(
    context,
    items,
    (sample, body) => ({
      state: follow(sampleLifecycle, sample.state, "dispose"),
      disposedAt: now,
      disposeReason: body.reason ?? null,
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
          details: { state: [sample.state, verdict.state], reason: verdict.disposeReason },
        });
        emit(sampleDisposed({ sampleId: sample.id }));
      }
    },
  );
}
