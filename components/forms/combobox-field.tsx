"use client";

import { useEffect, useState } from "react";
import { useController } from "react-hook-form";
import { Combobox } from "../ui/combobox";
import { Field } from "../ui/field";
import type { Option } from "../ui/use-options";
import type { BoundProps } from "./text-fields";
import { useBound, useFormRegister } from "./use-bound";

type ComboboxFieldProps = BoundProps & {
  load: (query: string) => Promise<readonly Option[]>;
  /** What is looked for, in the plural: "providers". */
  noun: string;
  /** The words of the initial value. */
  initialOption?: Option | null;
  placeholder?: string;
};

/** One of many, found by typing; its id is in the form's values, its words are kept with the draft. */
export function ComboboxField({
  name,
  label,
  optional,
  help,
  aside,
  className,
  initialOption,
  ...rest
}: ComboboxFieldProps) {
  const { id, error } = useBound(name, label);
  const { field } = useController({ name });
  const register = useFormRegister();
  const [option, setOption] = useState<Option | null>(initialOption ?? null);

  // A value that comes from elsewhere (kept, reset) brings its words along.
  useEffect(() => {
    setOption((shown) => {
      if (!field.value) return null;
      if (shown?.value === field.value) return shown;
      const kept = register.chosen[name];
      if (isOption(kept) && kept.value === field.value) return kept;
      return initialOption && initialOption.value === field.value ? initialOption : null;
    });
  }, [field.value, register, name, initialOption]);

  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => (
        <Combobox
          {...rest}
          {...control}
          value={option}
          onBlur={field.onBlur}
          onChange={(chosen) => {
            setOption(chosen);
            register.chosen[name] = chosen;
            field.onChange(chosen?.value ?? "");
          }}
        />
      )}
    </Field>
  );
}

function isOption(value: unknown): value is Option {
  return typeof value === "object" && value !== null && "value" in value && "label" in value;
}
