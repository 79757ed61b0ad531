"use client";

import { CheckboxField, RadioField } from "@/components/forms/choice-fields";
import { DateField, TextareaField, TextField } from "@/components/forms/text-fields";
import { sexWords } from "../../_components/person-words";

const sexes = Object.entries(sexWords).map(([value, label]) => ({ value, label }));

/** The record of a patient, as it is first written and as it is corrected. */
export function PatientFields({ today, mrnHelp }: { today: string; mrnHelp: string | null }) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="familyName" label="Family name" autoComplete="off" spellCheck={false} />
        <TextField name="givenName" label="Given names" optional autoComplete="off" spellCheck={false} />
      </div>
      <div className="grid grid-cols-2 items-start gap-4 max-md:grid-cols-1">
        <div className="grid gap-2">
          <DateField
            name="birthDate"
            label="Birth date"
            optional="empty when it is not known"
            min="1850-01-01"
            max={today}
          />
          <CheckboxField name="birthDateEstimated" label="The birth date is estimated" />
        </div>
        <RadioField name="sex" label="Sex" options={sexes} inline />
      </div>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="phone" label="Phone" optional type="tel" autoComplete="off" />
        <TextField name="email" label="E-mail" optional type="email" autoComplete="off" />
      </div>
      <TextareaField name="address" label="Address" optional rows={2} />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="nationalId" label="National id" optional mono autoComplete="off" />
        <TextField
          name="mrn"
          label="MRN"
          mono
          autoComplete="off"
          {...(mrnHelp !== null && { optional: mrnHelp })}
        />
      </div>
    </>
  );
}
