"use client";

import { useRouter } from "next/navigation";
import { CheckboxField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { DateField, TextField } from "@/components/forms/text-fields";
import { PatientRegistration } from "@/lib/accounts/schema.registrations";
import { registerPatient } from "../actions";
import { keepWaiting } from "../waiting";
import { PersonFields } from "./person-fields";

/** A patient: what is needed, then what they may tell. */
export function PatientForm() {
  const router = useRouter();
  return (
    <Form
      schema={PatientRegistration}
      keep="register-patient"
      initial={{ isPregnant: false }}
      action={({ isPregnant, ...told }) =>
        // Who does not tick it has told nothing.
        registerPatient({ body: isPregnant ? { ...told, isPregnant } : told })
      }
      onDone={(waiting) => {
        if (!waiting) return;
        keepWaiting(waiting);
        router.push("/register/code");
      }}
    >
      <PersonFields confirm="passwordConfirm" />
      <TextField
        name="username"
        label="Username"
        optional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        size="large"
        help="To sign in with instead of your e-mail address. If somebody has it already, choose another in your account."
      />
      <TextField
        name="phoneNumber"
        label="Telephone"
        optional
        type="tel"
        autoComplete="tel"
        size="large"
        help="With the country's code: +44 20 7946 0958"
      />
      <DateField name="birthDate" label="Date of birth" optional autoComplete="bday" />
      <CheckboxField
        name="isPregnant"
        label="I am pregnant"
        help="Some results are read differently then. You can change it at any time."
      />
      <SubmitButton look="tenant" size="large" wide busy="Sending the mail">
        Register
      </SubmitButton>
    </Form>
  );
}
