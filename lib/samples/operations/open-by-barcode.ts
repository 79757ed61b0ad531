import "server-only";
import { z } from "zod";
import { line } from "@/lib/core/text";
import { operation } from "@/lib/infra/operation";
import { presentSample } from "../presenter";
import { findByBarcode } from "../repository.find";
import { Sample } from "../schema";

export const openByBarcode = operation({
  id: "samples.openByBarcode",
  http: "GET /samples/by-barcode/{barcode}",
  summary: "Open the sample whose label was scanned.",
  scope: "laboratory",
  permission: "sample:read",
  limit: "read",
  audit: "sample.opened",
  input: { params: z.strictObject({ barcode: line({ max: 60 }).meta({ example: "261120-00042-1" }) }) },
  output: Sample,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const row = await findByBarcode(db, actor.laboratory.id, params.barcode.toUpperCase());
    about({ recordId: row.id, orderId: row.orderId, patientId: row.patientId });
    return presentSample(row);
  },
});
