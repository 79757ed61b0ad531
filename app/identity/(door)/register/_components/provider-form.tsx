"use client";

import { useRouter } from "next/navigation";
import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { ProviderRegistration } from "@/lib/accounts/schema.registrations";
import { specializations } from "@/lib/accounts/specializations";
import { registerProvider } from "../actions";
import { keepWaiting } from "../waiting";
import { PersonFields } from "./person-fields";

const choices = Object.entries(specializations).map(([value, label]) => ({ value, label }));

/** A clinician, with licence and clinic: what an operator looks at. */
export function ProviderForm() {
  const router = useRouter();
  return (
    <Form
      schema={ProviderRegistration}
      keep="register-provider"
      action={(body) => registerProvider({ body })}
      onDone={(waiting) => {
        if (!waiting) return;
        keepWaiting(waiting);
        router.push("/register/code");
      }}
    >
      <PersonFields confirm="confirmPassword" />
      <TextField
        name="phoneNumber"
        label="Telephone"
        type="tel"
        autoComplete="tel"
        size="large"
        help="With the country's code: +44 20 7946 0958"
      />
      <SelectField
        name="specialization"
        label="Specialization"
        placeholder="Choose"
        size="large"
        choices={choices}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="licenseNumber"
          label="Licence number"
          autoComplete="off"
          spellCheck={false}
          size="large"
          mono
        />
        <NumberField name="yearsOfExperience" label="Years of practice" whole size="large" />
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-strong">Your clinic</legend>
        <TextField name="clinicAddress.street" label="Street" autoComplete="street-address" size="large" />
        <TextField name="clinicAddress.city" label="City" autoComplete="address-level2" size="large" />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            name="clinicAddress.state"
            label="State or region"
            autoComplete="address-level1"
            size="large"
          />
          <TextField name="clinicAddress.zip" label="Postal code" autoComplete="postal-code" size="large" />
        </div>
      </fieldset>
      <SubmitButton look="tenant" size="large" wide busy="Sending the mail">
        Register
      </SubmitButton>
    </Form>
  );
}
