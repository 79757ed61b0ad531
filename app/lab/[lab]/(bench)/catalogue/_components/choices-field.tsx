"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/forms/choice-fields";
import { TextField } from "@/components/forms/text-fields";
import { useBound } from "@/components/forms/use-bound";
import { Button, IconButton } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";

/** The values a coded analyte can take, each with whether it is abnormal (flag A). */
export function ChoicesField({ name }: { name: string }) {
  const { id, error } = useBound(name, "Values");
  const { fields, append, remove } = useFieldArray({ name });
  return (
    <FieldGroup
      id={id}
      label="Values it can take"
      error={error}
      help="The code is what programs send and never changes; the words are what people read. An abnormal one gets the flag A."
    >
      {() => (
        <div className="grid gap-2">
          {fields.map((row, place) => (
            <div
              key={row.id}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto_auto] items-end gap-3 max-md:grid-cols-2 max-md:border-b max-md:border-line max-md:pb-2"
            >
              <TextField name={`${name}.${place}.code`} label="Code" mono spellCheck={false} />
              <TextField name={`${name}.${place}.label`} label="Words" />
              <div className="pb-1.5">
                <CheckboxField name={`${name}.${place}.abnormal`} label="Abnormal" />
              </div>
              <IconButton look="quiet" label={`Take value ${place + 1} out`} onClick={() => remove(place)}>
                <X aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          <Button
            className="justify-self-start"
            onClick={() => append({ code: "", label: "", abnormal: false })}
          >
            <Plus aria-hidden="true" />
            Add a value
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** Shown only while the analyte is to be one of a list. */
export function ChoicesWhenCoded({ name, kind }: { name: string; kind: string }) {
  const value: unknown = useWatch({ name: kind });
  return value === "coded" ? <ChoicesField name={name} /> : null;
}
