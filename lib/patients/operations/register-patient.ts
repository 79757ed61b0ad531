import "server-only";
import { reachOf } from "@/lib/core/access";
import type { LabActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { checkBirthDate, mrnTaken, searchColumns } from "../policy";
import { dateColumn, presentPatient } from "../presenter";
import { freeMrn, insertPatient, likelyDuplicates } from "../repository";
import { type Candidate, NewPatient, Patient } from "../schema";

export const registerPatient = operation({
  id: "patients.register",
  http: "POST /patients",
  summary: "Register a patient.",
  description:
    "A likely duplicate is refused (409 `already_exists`) with `candidates`, unless `accept_duplicate` says they were looked at. An MRN that another patient has is always refused.",
  scope: "laboratory",
  permission: "patient:register",
  limit: "write",
  audit: "patient.registered",
  input: { body: NewPatient },
  output: Patient,
  fails: ["already_exists", "validation_failed", "conflict"],
  status: 201,
  location: (patient) => `/patients/${patient.id}`,
  async prepare({ actor }, { body }) {
    if (actor.laboratory === null) throw notFound();
    return { mrn: body.mrn ?? (await freeMrn(actor.laboratory.id)) };
  },
  async run({ db, actor, now, about, refuse }, { body }, { mrn }) {
    const laboratoryId = actor.laboratory.id;
    const { acceptDuplicate, birthDate = null, birthDateEstimated, familyName, sex } = body;
    checkBirthDate({ birthDate, birthDateEstimated }, now, actor.laboratory.timeZone);
    // An emptied field of a form says nothing.
    const [givenName, phone, email] = [body.givenName || null, body.phone || null, body.email || null];
    const [address, nationalId] = [body.address || null, body.nationalId || null];
    const person = { mrn, familyName, givenName, birthDate, phone, nationalId };

    const candidates = await likelyDuplicates(db, laboratoryId, person);
    const candidateIds = candidates.map(({ id }) => id);
    const isTaken = candidates.some(({ because }) => because.includes("mrn"));
    const isTold = !settlesLater(actor);
    if (isTaken && !isTold) throw mrnTaken();
    if (isTaken || (candidates.length > 0 && isTold && !acceptDuplicate)) {
      // Committed, because whoever asked has seen them.
      about({ details: { shown: candidateIds } });
      refuse(isTaken ? mrnTaken(candidates) : mayBeKnown(candidates));
    }

    const row = await insertPatient(db, {
      ...{ laboratoryId, id: newId(), mrn, familyName, givenName, sex, phone, email, address, nationalId },
      ...{ birthDate: dateColumn(birthDate), birthDateEstimated, ...searchColumns(person) },
      ...{ createdAt: now, updatedAt: now, registeredById: actor.member?.id ?? null },
    });
    const settled = isTold ? { notTheSameAs: candidateIds } : { possibleDuplicateOf: candidateIds };
    about({ recordId: row.id, patientId: row.id, ...(candidates.length > 0 && { details: settled }) });
    return presentPatient(row);
  },
});

function mayBeKnown(candidates: Candidate[]): Problem {
  return new Problem(
    "already_exists",
    "This may be somebody who is registered already. Look at the candidates: take one of them, or say that it is somebody else.",
    { members: { candidates } },
  );
}

/** A provider is not shown who it may be: reception settles it, from the audit trail. */
function settlesLater(actor: LabActor): boolean {
  return actor.member !== null && reachOf(actor.member.roles, "patient:register") === "own";
}
