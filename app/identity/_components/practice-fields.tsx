"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { specializations } from "@/lib/accounts/specializations";

const choices = Object.entries(specializations).map(([value, label]) => ({ value, label }));

type PracticeFieldsProps = {
  size?: "normal" | "large";
  /** Licence, years and clinic may follow, before somebody verifies them. */
  mayFollow?: boolean;
};

/** What a clinician tells about their practice. */
export function PracticeFields({ size = "normal", mayFollow = false }: PracticeFieldsProps) {
  const later = mayFollow ? ({ optional: true } as const) : {};
  return (
    <>
      <TextField
        name="phoneNumber"
        label="Telephone"
        type="tel"
        autoComplete="tel"
        {...{ size, ...later }}
        help="With the country's code: +44 20 7946 0958"
      />
      <SelectField name="specialization" label="Specialization" placeholder="Choose" {...{ size, choices }} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="licenseNumber"
          label="Licence number"
          autoComplete="off"
          spellCheck={false}
          mono
          {...{ size, ...later }}
        />
        <NumberField name="yearsOfExperience" label="Years of practice" whole {...{ size, ...later }} />
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-strong">
          Your clinic
          {mayFollow && <span className="ms-1.5 font-normal text-ink-3">optional</span>}
        </legend>
        <TextField name="clinicAddress.street" label="Street" autoComplete="street-address" size={size} />
        <TextField name="clinicAddress.city" label="City" autoComplete="address-level2" size={size} />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            name="clinicAddress.state"
            label="State or region"
            autoComplete="address-level1"
            size={size}
          />
          <TextField name="clinicAddress.zip" label="Postal code" autoComplete="postal-code" size={size} />
        </div>
      </fieldset>
    </>
  );
}
