"use client";

import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { SelectField } from "@/components/forms/choice-fields";
import { TextField } from "@/components/forms/text-fields";
import type { Choice } from "@/components/ui/select";
import { AddressField } from "./address-field";

export type LaboratoryFieldsProps = {
  rootDomain: string;
  zones: readonly string[];
  currencies: readonly Choice[];
};

/** What a laboratory begins with. */
export function LaboratoryFields({ rootDomain, zones, currencies }: LaboratoryFieldsProps) {
  return (
    <div className="mt-3 grid gap-4">
      <TextField name="name" label="Name" autoComplete="organization" size="large" />
      <AddressField name="slug" source="name" rootDomain={rootDomain} />
      <SelectField
        name="timeZone"
        label="Time zone"
        help="Every date and time of the laboratory is shown in it."
        placeholder="Choose"
        size="large"
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <GuessedZone zones={zones} />
      <SelectField
        name="currency"
        label="Currency"
        help="Of prices and invoices. It stays."
        placeholder="Choose"
        size="large"
        choices={currencies}
      />
    </div>
  );
}

/** The browser's own zone, when nothing was chosen yet. */
function GuessedZone({ zones }: { zones: readonly string[] }) {
  const form = useFormContext();
  useEffect(() => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!form.getValues("timeZone") && zones.includes(here)) form.setValue("timeZone", here);
  }, [form, zones]);
  return null;
}
