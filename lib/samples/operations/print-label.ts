import "server-only";
import { LabelDocument } from "@/components/paper/label-document";
import { operation } from "@/lib/infra/operation";
import { renderPdf } from "@/lib/infra/pdf";
import { labelProblem } from "../policy";
import { labelOf } from "../presenter";
import { findSample } from "../repository.find";
import { Labels, SampleRef } from "../schema";

export const printLabel = operation({
  id: "samples.printLabel",
  http: "GET /samples/{sampleId}/label",
  summary: "Print a sample's label: its barcode and two identifiers of the patient.",
  scope: "laboratory",
  permission: "sample:label",
  limit: "read",
  audit: "sample.label_printed",
  input: { params: SampleRef },
  output: Labels,
  bytes: { contentType: "application/pdf", render: (labels) => renderPdf(LabelDocument, labels) },
  fails: ["not_found", "illegal_move"],
  async run({ db, actor, about }, { params }) {
    const row = await findSample(db, actor.laboratory.id, params.sampleId);
    const problem = labelProblem(row.state);
    if (problem) throw problem;
    about({ recordId: row.id, orderId: row.orderId, patientId: row.patientId });
    return [labelOf(row, actor.laboratory)];
  },
});
