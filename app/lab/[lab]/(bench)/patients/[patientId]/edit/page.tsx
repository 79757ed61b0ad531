import type { Metadata } from "next";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { localDateToday } from "@/lib/core/dates";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { bornWords, sexWords } from "../../../_components/person-words";
import { benchActor } from "../../../bench-actor";
import { CorrectPatientForm } from "./correct-patient-form";

export const metadata: Metadata = { title: "Correct a patient's record" };

export default async function CorrectPatientPage({ params }: { params: Promise<{ patientId: string }> }) {
  const { patientId } = await params;
  const patient = await load(openPatient, { params: { patientId } });
  const actor = await benchActor("patient:change");
  return (
    <Screen
      find={false}
      crumbs={[
        { label: "Patients", href: "/patients" },
        { label: <Id>{patient.mrn}</Id>, href: `/patients/${patientId}` },
        { label: "Correct" },
      ]}
      identity={
        <IdentityStrip
          identity={{
            family: patient.familyName,
            given: patient.givenName,
            mrn: patient.mrn,
            born: bornWords(patient),
            sex: sexWords[patient.sex],
          }}
        />
      }
    >
      <PageHead
        title="Correct the record"
        note="Results are judged by birth date and sex. Correcting either judges what is not released anew; what is released and would change is listed, to be amended."
      />
      <CorrectPatientForm patient={patient} today={localDateToday(now(), actor.laboratory.timeZone)} />
    </Screen>
  );
}
