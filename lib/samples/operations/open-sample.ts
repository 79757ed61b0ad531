import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentSample } from "../presenter";
import { findSample } from "../repository.find";
import { Sample, SampleRef } from "../schema";

export const openSample = operation({
  id: "samples.open",
  http: "GET /samples/{sampleId}",
  summary: "Open a sample.",
  scope: "laboratory",
  permission: "sample:read",
  limit: "read",
  audit: "sample.opened",
  input: { params: SampleRef },
  output: Sample,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const row = await findSample(db, actor.laboratory.id, params.sampleId);
    about({ recordId: row.id, orderId: row.orderId, patientId: row.patientId });
    return presentSample(row);
  },
});
