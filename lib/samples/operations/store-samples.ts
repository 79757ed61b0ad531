import "server-only";
import { operation } from "@/lib/infra/operation";
import { sampleStored } from "../events";
import { Sample, SampleRef, Storage } from "../schema";
import { moveOne, moving } from "./move-samples";

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
  run: (context, { params, body }) => moveOne(context, params.sampleId, body, storeSamples),
});

export const storeSamples = moving({
  move: "store",
  announces: sampleStored,
  make: (_, body: Storage, { now }) => ({ storedAt: now, storageLocation: body.location ?? null }),
  tell: ({ storageLocation }) => ({ location: storageLocation }),
});
