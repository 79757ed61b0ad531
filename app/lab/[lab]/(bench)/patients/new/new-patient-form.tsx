"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import { NewPatient } from "@/lib/patients/schema";
import { useOnceKey } from "../../_components/use-once-key";
import { PatientFields } from "../_components/patient-fields";
import { register } from "./actions";
import { Candidates, candidatesOf } from "./candidates";

type NewPatientFormProps = {
  /** Where the laboratory is: nobody was born later. */
  today: string;
  /** What comes next is an order for them. */
  thenOrder: boolean;
};

/** Registers a patient; who it may be already stands between the form and a second record of one person. */
export function NewPatientForm({ today, thenOrder }: NewPatientFormProps) {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewPatient}
      keep="patient-new"
      initial={{ birthDateEstimated: false, acceptDuplicate: false }}
      className="max-w-180"
      action={(body) => register({ body, idempotencyKey: keyOf(body) })}
      onDone={(patient) => {
        if (!patient) return;
        router.push(thenOrder ? `/orders/new?patient=${patient.id}` : `/patients/${patient.id}`);
      }}
      explain={(problem, resend) => (
        <Candidates
          candidates={candidatesOf(problem)}
          thenOrder={thenOrder}
          onRegisterAnyway={() => resend({ acceptDuplicate: true })}
        />
      )}
    >
      <PatientFields today={today} mrnHelp="made when left empty" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy="Registering">{thenOrder ? "Register, then order" : "Register"}</SubmitButton>
        <LinkButton href={thenOrder ? "/orders" : "/patients"} look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}
