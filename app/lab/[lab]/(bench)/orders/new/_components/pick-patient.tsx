"use client";

import Link from "next/link";
import { useRef } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-options";
import type { OrderPatient } from "@/lib/orders/schema";
import { identifiers } from "../../../_components/person-words";
import { findPatients } from "../actions";

type PickPatientProps = {
  error: string | undefined;
  registers: boolean;
  onPick: (patient: OrderPatient) => void;
};

/** Whom it is for: found by name, MRN, phone or birth date, told apart by two identifiers. */
export function PickPatient({ error, registers, onPick }: PickPatientProps) {
  const found = useRef(new Map<string, OrderPatient>());

  async function load(q: string): Promise<Option[]> {
    const answer = await findPatients({ query: { q } });
    if (!answer.ok) throw new Error(answer.problem.title);
    found.current = new Map(answer.value.data.map((patient) => [patient.id, patient]));
    return answer.value.data.map((patient) => ({
      value: patient.id,
      label: patient.displayName,
      detail: identifiers(patient),
    }));
  }

  return (
    <Field
      label="Patient"
      error={error}
      help="Several together find more exactly: jones 1961-06-15"
      aside={registers && <Link href="/patients/new?then=order">Register a patient</Link>}
    >
      {(control) => (
        <Combobox
          {...control}
          size="large"
          noun="patients"
          placeholder="Name, MRN, phone or birth date"
          load={load}
          value={null}
          onChange={(option) => {
            const patient = option && found.current.get(option.value);
            if (patient) onPick(patient);
          }}
        />
      )}
    </Field>
  );
}
