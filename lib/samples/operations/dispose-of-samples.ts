import "server-only";
import { operation } from "@/lib/infra/operation";
import { sampleDisposed } from "../events";
import { Disposal, Sample, SampleRef } from "../schema";
import { moveOne, moving } from "./move-samples";

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
  run: (context, { params, body }) => moveOne(context, params.sampleId, body, disposeOfSamples),
});

export const disposeOfSamples = moving({
  move: "dispose",
  announces: sampleDisposed,
  make: (_, body: Disposal, { now }) => ({ disposedAt: now, disposeReason: body.reason ?? null }),
  tell: ({ disposeReason }) => ({ reason: disposeReason }),
});
