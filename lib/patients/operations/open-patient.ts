import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentPatient } from "../presenter";
import { findPatient } from "../repository";
import { Patient, PatientRef } from "../schema";

export const openPatient = operation({
  id: "patients.open",
  http: "GET /patients/{patientId}",
  summary: "Open a patient's record.",
  scope: "laboratory",
  permission: "patient:read",
  limit: "read",
  audit: "patient.opened",
  input: { params: PatientRef },
  output: Patient,
  fails: ["not_found"],
  async run({ db, actor, about }, { params }) {
    const row = await findPatient(db, actor.laboratory.id, params.patientId);
    about({ recordId: row.id, patientId: row.id });
    return presentPatient(row);
  },
});
