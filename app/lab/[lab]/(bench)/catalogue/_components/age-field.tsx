"use client";

import { useEffect, useState } from "react";
import { useController } from "react-hook-form";
import { useBound } from "@/components/forms/use-bound";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ageUnitChoices } from "./words";

type AgeFieldProps = { name: string; label: string; help: string };

type Typed = { value: string; unit: string };

/** An age as people say it; `{ value, unit }` in the form's values, nothing while it is empty. */
export function AgeField({ name, label, help }: AgeFieldProps) {
  const { id, error } = useBound(name, label);
  const { field } = useController({ name });
  const [typed, setTyped] = useState<Typed>(() => shownOf(field.value));

  // A value that comes from elsewhere (kept, reset) is shown; what is being typed is left as it is.
  useEffect(() => {
    setTyped((shown) => (same(ageOf(shown), field.value) ? shown : shownOf(field.value)));
  }, [field.value]);

  function type(next: Typed) {
    setTyped(next);
    field.onChange(ageOf(next));
  }

  return (
    <Field {...{ id, label, help, error }} optional>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            ref={field.ref}
            numeric
            inputMode="decimal"
            autoComplete="off"
            className="w-20!"
            value={typed.value}
            onChange={(event) => type({ ...typed, value: event.target.value })}
            onBlur={field.onBlur}
          />
          <Select
            aria-label={`${label}, unit`}
            className="w-28"
            choices={ageUnitChoices}
            value={typed.unit}
            onChange={(event) => type({ ...typed, unit: event.target.value })}
          />
        </div>
      )}
    </Field>
  );
}

/** What is no number is left for the schema to refuse. */
function ageOf({ value, unit }: Typed) {
  const plain = value.trim();
  if (plain === "") return "";
  return { value: Number.isNaN(Number(plain)) ? plain : Number(plain), unit };
}

function shownOf(value: unknown): Typed {
  if (typeof value !== "object" || value === null || !("value" in value)) return { value: "", unit: "a" };
  return { value: String(value.value), unit: "unit" in value ? String(value.unit) : "a" };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b ?? "");
}
