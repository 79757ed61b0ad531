"use client";

import type { ReactNode } from "react";
import { Checkbox } from "../ui/checkbox";
import { Field, FieldGroup } from "../ui/field";
import { Radio } from "../ui/radio";
import { type Choice, Select } from "../ui/select";
import type { BoundProps } from "./text-fields";
import { useBound } from "./use-bound";

type SelectFieldProps = BoundProps & {
  choices: readonly Choice[];
  /** First, empty choice; leave it out where something is always chosen. */
  placeholder?: string;
  size?: "normal" | "large";
};

export function SelectField({ name, label, optional, help, aside, className, ...select }: SelectFieldProps) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => <Select {...select} {...control} {...bind()} defaultValue={wordOf(initial)} />}
    </Field>
  );
}

/** Yes or no; the label says what yes means. */
export function CheckboxField({ name, label, help, className }: Omit<BoundProps, "optional" | "aside">) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Checkbox {...{ id, label, help, className, error }} {...bind()} defaultChecked={initial === true} />
  );
}

export type Option = { value: string; label: string; help?: ReactNode };

type OptionsProps = BoundProps & {
  options: readonly Option[];
  /** Beside each other where there are few and short ones. */
  inline?: boolean;
};

/** One of a few, all seen at once. */
export function RadioField({ name, label, optional, help, className, options, inline }: OptionsProps) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <FieldGroup {...{ id, label, optional, help, className, error }}>
      {(control) => (
        <div className={inline ? "flex flex-wrap gap-x-5 gap-y-1" : "grid gap-1.5"}>
          {options.map((option) => (
            <Radio
              key={option.value}
              {...option}
              {...bind()}
              aria-invalid={control["aria-invalid"]}
              defaultChecked={option.value === initial}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** Any of a few: a list of values. Give the form an initial list, empty or not. */
export function CheckboxListField({ name, label, optional, help, className, options, inline }: OptionsProps) {
  const { id, initial, error, bind } = useBound(name, label);
  const chosen = Array.isArray(initial) ? initial : [];
  return (
    <FieldGroup {...{ id, label, optional, help, className, error }}>
      {(control) => (
        <div className={inline ? "flex flex-wrap gap-x-5 gap-y-1" : "grid gap-1.5"}>
          {options.map((option) => (
            <Checkbox
              key={option.value}
              {...option}
              {...bind()}
              aria-invalid={control["aria-invalid"]}
              defaultChecked={chosen.includes(option.value)}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

function wordOf(initial: unknown): string | undefined {
  return typeof initial === "string" || typeof initial === "number" ? String(initial) : undefined;
}
