"use client";

import { useState } from "react";
import { z } from "zod";
import { CheckboxField, CheckboxListField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { Form } from "@/components/forms/form";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import {
  DateField,
  NumberField,
  PasswordField,
  TextareaField,
  TextField,
} from "@/components/forms/text-fields";
import { notify } from "@/components/ui/toast";
import { registerSample } from "./actions";

const Sample = z.strictObject({
  familyName: z.string().min(1),
  givenName: z.string().optional(),
  mrn: z.string().optional(),
  birthDate: z.iso.date().optional(),
  sex: z.enum(["female", "male", "other", "unknown"]),
  priority: z.enum(["routine", "urgent"]),
  providerId: z.string(),
  deposit: z.int().min(0).optional(),
  copies: z.int().max(9).optional(),
  isFasting: z.boolean(),
  roles: z.array(z.string()).min(1),
  note: z.string().max(200).optional(),
  password: z.string().min(12),
});

/** Every bound field once, over one schema. */
export function SampleForm() {
  const [sent, setSent] = useState("");
  return (
    <>
      <Form
        schema={Sample}
        action={async (values) => {
          setSent(JSON.stringify(values));
          return await registerSample(values);
        }}
        initial={{ priority: "routine", isFasting: false, roles: [] }}
        keep="sample"
        onDone={(value) => notify({ title: `${value?.name} registered` })}
      >
        <TextField name="familyName" label="Family name" autoComplete="off" />
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <TextField name="givenName" label="Given name" optional autoComplete="off" />
          <TextField
            name="mrn"
            label="MRN"
            optional="made when left empty"
            mono
            help="Try TAKEN and ENDED."
          />
          <DateField name="birthDate" label="Born" optional />
          <SelectField
            name="priority"
            label="Priority"
            choices={[
              { value: "routine", label: "Routine" },
              { value: "urgent", label: "Urgent" },
            ]}
          />
          <MoneyField name="deposit" label="Deposit" optional currency="USD" />
          <NumberField name="copies" label="Copies" optional whole />
        </div>
        <RadioField
          name="sex"
          label="Sex"
          inline
          options={["female", "male", "other", "unknown"].map((value) => ({ value, label: value }))}
        />
        <ComboboxField
          name="providerId"
          label="Provider"
          noun="providers"
          load={async (query) =>
            [{ value: "p1", label: "Dr. Nicholas Radon", detail: "Haematology" }].filter(({ label }) =>
              label.toLowerCase().includes(query.toLowerCase()),
            )
          }
        />
        <CheckboxListField
          name="roles"
          label="Roles"
          options={[
            { value: "technician", label: "Technician" },
            { value: "scientist", label: "Scientist" },
          ]}
        />
        <CheckboxField name="isFasting" label="Fasting" />
        <TextareaField name="note" label="Note" optional />
        <PasswordField name="password" label="Password" autoComplete="new-password" />
        <div>
          <SubmitButton busy="Registering">Register</SubmitButton>
        </div>
      </Form>
      <output className="mt-4 block text-xs wrap-anywhere text-ink-3">{sent}</output>
    </>
  );
}
