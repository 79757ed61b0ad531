import "server-only";
import { operation } from "@/lib/infra/operation";
import { sampleCollected } from "../events";
import { recordedCollection } from "../policy";
import { Collection, Sample, SampleRef } from "../schema";
import { moveOne, moving } from "./move-samples";

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
  run: (context, { params, body }) => moveOne(context, params.sampleId, body, collectSamples),
});

export const collectSamples = moving({
  move: "collect",
  announces: sampleCollected,
  make(sample, body: Collection, { actor, now }) {
    const told = { ...sample, collectedAt: body.collectedAt ? new Date(body.collectedAt) : now };
    return {
      collectedAt: recordedCollection(told, now, actor.laboratory.timeZone),
      collectedById: actor.member?.id ?? null,
      site: body.site ?? null,
    };
  },
  tell: ({ collectedAt, site }) => ({ collectedAt: collectedAt.toISOString(), site }),
});
