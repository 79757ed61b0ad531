import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { openTo, operation } from "@/lib/infra/operation";
import { presentOpenedLaboratory } from "../presenter";
import { readFigures, readLaboratoryRow } from "../repository";
import { OpenedLaboratory } from "../schema";

export const openLaboratory = operation({
  id: "operator.openLaboratory",
  http: "GET /operator/laboratories/{laboratoryId}",
  summary: "See one laboratory: its state, its people in numbers, and whom to write to.",
  scope: "platform",
  permission: openTo("operator", "Names and e-mails of its administrators, nothing of what it works on."),
  limit: "read",
  audit: "laboratory.opened",
  input: { params: z.strictObject({ laboratoryId: Id }) },
  output: OpenedLaboratory,
  fails: ["not_found"],
  async run({ db, now }, { params }) {
    const row = await readLaboratoryRow(db, params.laboratoryId);
    return presentOpenedLaboratory(row, await readFigures(db, now, row.id));
  },
});
