import "server-only";
import { z } from "zod";
import { LabelDocument } from "@/components/paper/label-document";
import { Id } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { renderPdf } from "@/lib/infra/pdf";
import { labelProblem } from "../policy";
import { labelOf } from "../presenter";
import { findSamplesOfOrder } from "../repository.find";
import { Labels } from "../schema";

export const printOrderLabels = operation({
  id: "orders.printLabels",
  http: "GET /orders/{orderId}/labels",
  summary: "Print the labels of all tubes of an order that are in use.",
  scope: "laboratory",
  permission: "sample:label",
  limit: "read",
  audit: "order.labels_printed",
  input: { params: z.strictObject({ orderId: Id }) },
  output: Labels,
  bytes: { contentType: "application/pdf", render: (labels) => renderPdf(LabelDocument, labels) },
  fails: ["not_found", "illegal_move"],
  async run({ db, actor, about }, { params: { orderId } }) {
    const samples = await findSamplesOfOrder(db, actor.laboratory.id, orderId);
    const [first] = samples;
    // Every order has a sample: without one there is no such order here.
    if (!first) throw notFound();
    const inUse = samples.filter((sample) => labelProblem(sample.state) === null);
    if (inUse.length === 0) {
      throw new Problem("illegal_move", "No tube of this order is in use, so there is no label to print.");
    }
    about({
      recordId: orderId,
      orderId,
      patientId: first.patientId,
      details: { barcodes: inUse.map((sample) => sample.barcode) },
    });
    return inUse.map((sample) => labelOf(sample, actor.laboratory));
  },
});
