"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { notify } from "@/components/ui/toast";
import { PracticeChange, type ProviderView } from "@/lib/accounts/schema.registrations";
import { type Specialization, specializations } from "@/lib/accounts/specializations";
import { changePractice } from "../actions";

const choices = Object.entries(specializations).map(([value, label]) => ({ value, label }));

/** Completed or corrected, until somebody has verified it. */
export function PracticeForm({ practice }: { practice: ProviderView }) {
  const { providerId, version, clinicAddress } = practice;
  return (
    <Form
      key={version}
      schema={PracticeChange}
      initial={{
        phoneNumber: practice.phoneNumber ?? "",
        // The list of the database is the list of the form.
        specialization: practice.specialization as Specialization,
        licenseNumber: practice.licenseNumber ?? "",
        ...(practice.yearsOfExperience !== null && { yearsOfExperience: practice.yearsOfExperience }),
        ...(clinicAddress && { clinicAddress }),
      }}
      action={(body) => changePractice({ params: { clinicianId: providerId }, body, ifMatch: version })}
      onDone={() => notify({ title: "Your practice is saved." })}
    >
      <TextField
        name="phoneNumber"
        label="Telephone"
        type="tel"
        autoComplete="tel"
        help="With the country's code: +44 20 7946 0958"
      />
      <SelectField name="specialization" label="Specialization" choices={choices} />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="licenseNumber" label="Licence number" autoComplete="off" spellCheck={false} mono />
        <NumberField name="yearsOfExperience" label="Years of practice" whole />
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-strong">Your clinic</legend>
        <TextField name="clinicAddress.street" label="Street" autoComplete="street-address" />
        <TextField name="clinicAddress.city" label="City" autoComplete="address-level2" />
        <div className="grid grid-cols-2 gap-3">
          <TextField name="clinicAddress.state" label="State or region" autoComplete="address-level1" />
          <TextField name="clinicAddress.zip" label="Postal code" autoComplete="postal-code" />
        </div>
      </fieldset>
      <div>
        <SubmitButton busy="Saving">Save your practice</SubmitButton>
      </div>
    </Form>
  );
}
