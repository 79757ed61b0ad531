import "server-only";
import { type Changes, changesOf } from "@/lib/core/changes";
import { given } from "@/lib/core/given";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { patientCorrected } from "../events";
import { checkBirthDate, searchColumns } from "../policy";
import { dateColumn, plainDate, presentPatient } from "../presenter";
import { findPatient, refuseTakenMrn, updatePatient } from "../repository";
import { Patient, PatientChange, PatientRef } from "../schema";

export const correctPatient = operation({
  id: "patients.correct",
  http: "PATCH /patients/{patientId}",
  summary: "Correct a patient's record.",
  description:
    "Correcting birth date or sex judges unreleased results anew, and lists released ones that would change.",
  scope: "laboratory",
  permission: "patient:change",
  limit: "write",
  audit: "patient.corrected",
  input: { params: PatientRef, body: PatientChange },
  output: Patient,
  fails: ["not_found", "already_exists", "conflict", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about, emit }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findPatient(db, laboratoryId, params.patientId);
    checkVersion(row.version, ifMatch);
    const { birthDate = plainDate(row.birthDate), ...asked } = blankToNull(body);
    const birthDateEstimated =
      birthDate === null
        ? (asked.birthDateEstimated ?? false)
        : (asked.birthDateEstimated ?? row.birthDateEstimated);
    checkBirthDate({ birthDate, birthDateEstimated }, now, actor.laboratory.timeZone);
    if (asked.mrn !== undefined && asked.mrn !== row.mrn) await refuseTakenMrn(db, laboratoryId, asked.mrn);

    const columns = given({ ...asked, birthDate: dateColumn(birthDate), birthDateEstimated });
    await updatePatient(db, row, now, { ...columns, ...searchColumns({ ...row, ...columns }) });

    const after = await findPatient(db, laboratoryId, row.id);
    const changes = changesOf(presentPatient(row), {
      ...presentPatient(after),
      version: undefined,
      updatedAt: undefined,
    });
    about({ recordId: row.id, patientId: row.id, details: { changed: sayable(changes) } });
    if (JUDGED_BY.some((field) => field in changes)) emit(patientCorrected({ patientId: row.id }));
    return presentPatient(after);
  },
});

/** What results are judged by. */
const JUDGED_BY = ["birthDate", "birthDateEstimated", "sex"];

/** An emptied field of a form takes the value back. */
function blankToNull(body: PatientChange): PatientChange {
  const optional = ["givenName", "phone", "email", "address", "nationalId"] as const;
  return {
    ...body,
    ...Object.fromEntries(optional.filter((field) => body[field] === "").map((field) => [field, null])),
  };
}

/** The trail names every field that changed, and says old and new where that names nobody. */
function sayable(changes: Changes): Changes {
  const said = new Set([...JUDGED_BY, "mrn"]);
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      said.has(field) ? change : { from: "…", to: "…" },
    ]),
  );
}
