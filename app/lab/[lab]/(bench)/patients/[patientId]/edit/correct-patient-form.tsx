"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { draftsOf } from "@/components/forms/draft";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { type Patient, PatientChange } from "@/lib/patients/schema";
import { changedOnly } from "../../../_components/changed-only";
import { bornWords, sexWords } from "../../../_components/person-words";
import { PatientFields } from "../../_components/patient-fields";
import { correct } from "./actions";

type CorrectPatientFormProps = { patient: Patient; today: string };

/** The record, corrected as one. Somebody else's change meanwhile is shown before anything is saved over it. */
export function CorrectPatientForm({ patient, today }: CorrectPatientFormProps) {
  const router = useRouter();
  const [basis, setBasis] = useState(patient);
  const theirs = changedMeanwhile(basis, patient);
  const keep = `patient-${patient.id}`;

  function takeTheirs() {
    draftsOf(keep).forget();
    setBasis(patient);
  }

  return (
    <>
      {theirs.length > 0 && (
        <Note
          kind="warn"
          live="alert"
          title="Somebody corrected this record meanwhile."
          className="mb-4 max-w-180"
        >
          What you typed is kept. Saving now saves only what you changed.
          <ul className="mt-1">
            {theirs.map(({ field, now }) => (
              <li key={field}>
                {field} is now <strong>{now}</strong>
              </li>
            ))}
          </ul>
          <Button size="small" className="mt-2" onClick={takeTheirs}>
            Leave mine and begin with theirs
          </Button>
        </Note>
      )}
      <Form
        key={basis.version}
        schema={PatientChange}
        keep={keep}
        emptyAs="null"
        initial={initialOf(basis)}
        className="max-w-180"
        action={async (typed) => {
          const body = changedOnly(typed, initialOf(basis));
          if (Object.keys(body).length === 0) return { ok: true, value: undefined };
          const answer = await correct({ params: { patientId: patient.id }, body, ifMatch: patient.version });
          if (!answer.ok && answer.problem.code === "precondition_failed") router.refresh();
          return answer;
        }}
        onDone={() => {
          router.push(`/patients/${patient.id}`);
          router.refresh();
        }}
      >
        <PatientFields today={today} mrnHelp={null} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton busy="Saving">Save the record</SubmitButton>
          <LinkButton look="quiet" href={`/patients/${patient.id}`}>
            Leave it as it was
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function initialOf({ familyName, givenName, birthDate, birthDateEstimated, sex, ...rest }: Patient) {
  const { phone, email, address, nationalId, mrn } = rest;
  return {
    ...{ familyName, givenName, birthDate, birthDateEstimated, sex },
    ...{ phone, email, address, nationalId, mrn },
  };
}

/** What stands on the record now, in every field that was different when this form was opened. */
function changedMeanwhile(before: Patient, after: Patient): { field: string; now: string }[] {
  if (before.version === after.version) return [];
  const said: [string, (patient: Patient) => string | null][] = [
    ["Family name", ({ familyName }) => familyName],
    ["Given names", ({ givenName }) => givenName],
    ["Birth date", bornWords],
    ["Sex", ({ sex }) => sexWords[sex]],
    ["Phone", ({ phone }) => phone],
    ["E-mail", ({ email }) => email],
    ["Address", ({ address }) => address],
    ["National id", ({ nationalId }) => nationalId],
    ["MRN", ({ mrn }) => mrn],
  ];
  return said
    .filter(([, of]) => of(before) !== of(after))
    .map(([field, of]) => ({ field, now: of(after) ?? "empty" }));
}
