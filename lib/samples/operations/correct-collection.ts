import "server-only";
import { operation } from "@/lib/infra/operation";
import { sampleCollectionCorrected } from "../events";
import { correctionProblem, recordedCollection } from "../policy";
import { presentSample } from "../presenter";
import { changeSamples } from "../repository";
import { findSample } from "../repository.find";
import { CollectionCorrection, Sample, SampleRef } from "../schema";
import { actOnEach, actOnOne } from "./act-on-each";

export const correctCollection = operation({
  id: "samples.correctCollection",
  http: "POST /samples/{sampleId}/correct-collection",
  summary: "Correct when a sample was collected.",
  description:
    "Unreleased results are judged anew by the patient's age at that time; released ones that would change are listed for amendment.",
  scope: "laboratory",
  permission: "sample:accession",
  limit: "write",
  audit: "sample.collection_corrected",
  input: { params: SampleRef, body: CollectionCorrection },
  output: Sample,
  fails: ["not_found", "illegal_move", "precondition_failed", "validation_failed"],
  ifMatch: "optional",
  async run(context, { params: { sampleId }, body }) {
    const { db, actor, now, about, emit } = context;
    const { id: laboratoryId, timeZone } = actor.laboratory;
    await actOnOne(context, sampleId, body, (_, items) =>
      actOnEach(
        context,
        items,
        (sample, { collectedAt }) => {
          const problem = correctionProblem(sample.state);
          if (problem) throw problem;
          const told = { ...sample, collectedAt: new Date(collectedAt) };
          return { collectedAt: recordedCollection(told, now, timeZone), collectionNotRecorded: false };
        },
        async (granted) => {
          for (const { sample, verdict, item } of granted) {
            await changeSamples(db, laboratoryId, [{ id: sample.id, set: verdict }], now);
            about({
              recordId: sample.id,
              orderId: sample.orderId,
              patientId: sample.patientId,
              details: { collectedAt: [sample.collectedAt, verdict.collectedAt], reason: item.body.reason },
            });
            emit(sampleCollectionCorrected({ sampleId: sample.id }));
          }
        },
      ),
    );
    return presentSample(await findSample(db, laboratoryId, sampleId));
  },
});
