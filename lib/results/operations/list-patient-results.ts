import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { page, readCursor } from "@/lib/core/paging";
import { operation } from "@/lib/infra/operation";
import { checkPatient } from "@/lib/orders/repository";
import { presentResult } from "../presenter";
import { listResults } from "../repository.find";
import { PatientResultQuery, Results } from "../schema";

export const listPatientResults = operation({
  id: "results.listOfPatient",
  http: "GET /patients/{patientId}/results",
  summary: "List a patient's released results as they stand, newest first.",
  description: "Superseded and withdrawn results are not among them.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "patient.results_listed",
  input: { params: z.strictObject({ patientId: Id }), query: PatientResultQuery },
  output: Results,
  fails: ["not_found", "malformed_request"],
  async run({ db, actor, about }, { params: { patientId }, query: { limit, cursor, analyteCode } }) {
    const laboratoryId = actor.laboratory.id;
    await checkPatient(db, laboratoryId, patientId, { kind: "all" }, null);
    const filter = { patientId, analyteCode, current: true };
    const rows = await listResults(
      db,
      laboratoryId,
      filter,
      "newest",
      readCursor(cursor, ["instant", "id"]),
      limit,
    );
    about({ recordId: patientId, patientId, details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentResult);
  },
});
