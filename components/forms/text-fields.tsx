"use client";

import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { Textarea } from "../ui/textarea";
import { useBound } from "./use-bound";

/** What every bound field takes; `name` is the path in the schema ("admin.email"). */
export type BoundProps = {
  name: string;
  label: string;
  optional?: boolean | string;
  help?: React.ReactNode;
  aside?: React.ReactNode;
  className?: string;
};

type TextFieldProps = BoundProps &
  Pick<
    ComponentProps<typeof Input>,
    | "affix"
    | "autoCapitalize"
    | "autoComplete"
    | "autoFocus"
    | "inputMode"
    | "maxLength"
    | "mono"
    | "numeric"
    | "placeholder"
    | "readOnly"
    | "size"
    | "spellCheck"
  > & { type?: "text" | "email" | "tel" | "url" | "search" };

export function TextField({ name, label, optional, help, aside, className, ...input }: TextFieldProps) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => <Input {...input} {...control} {...bind()} defaultValue={textOf(initial)} />}
    </Field>
  );
}

type PasswordFieldProps = BoundProps & {
  autoComplete: "current-password" | "new-password";
  size?: "normal" | "large";
};

/** Never kept in the browser. */
export function PasswordField({
  name,
  label,
  optional,
  help,
  aside,
  className,
  ...input
}: PasswordFieldProps) {
  const { id, error, bind } = useBound(name, label, { secret: true });
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => <PasswordInput {...input} {...control} {...bind()} />}
    </Field>
  );
}

/** The code of a mail or an authenticator: figures, and the phone's offer to fill it in. Never kept. */
export function CodeField({
  name,
  label,
  help,
  aside,
  className,
  size = "large",
}: BoundProps & { size?: "normal" | "large" }) {
  const { id, error, bind } = useBound(name, label, { secret: true });
  return (
    <Field {...{ id, label, help, aside, className, error }}>
      {(control) => (
        <Input
          {...control}
          {...bind()}
          mono
          size={size}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
      )}
    </Field>
  );
}

export function TextareaField({
  name,
  label,
  optional,
  help,
  aside,
  className,
  rows,
}: BoundProps & { rows?: number }) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => <Textarea rows={rows ?? 3} {...control} {...bind()} defaultValue={textOf(initial)} />}
    </Field>
  );
}

type DateFieldProps = BoundProps & { min?: string; max?: string; autoComplete?: "bday" };

/** A calendar day, `YYYY-MM-DD` in the form's values. */
export function DateField({ name, label, optional, help, aside, className, ...input }: DateFieldProps) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => <Input type="date" {...input} {...control} {...bind()} defaultValue={textOf(initial)} />}
    </Field>
  );
}

type NumberFieldProps = BoundProps &
  Pick<ComponentProps<typeof Input>, "affix" | "size"> & { whole?: boolean };

/** A number in the form's values; what is no number stays as typed, for the schema to refuse. */
export function NumberField({
  name,
  label,
  optional,
  help,
  aside,
  className,
  whole,
  ...input
}: NumberFieldProps) {
  const { id, initial, error, bind } = useBound(name, label);
  return (
    <Field {...{ id, label, optional, help, aside, className, error }}>
      {(control) => (
        <Input
          numeric
          inputMode={whole ? "numeric" : "decimal"}
          autoComplete="off"
          {...input}
          {...control}
          {...bind({ setValueAs: numberOrText })}
          defaultValue={textOf(initial)}
        />
      )}
    </Field>
  );
}

function numberOrText(typed: unknown): unknown {
  if (typeof typed !== "string") return typed;
  const trimmed = typed.trim();
  return trimmed === "" || Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

function textOf(initial: unknown): string {
  return typeof initial === "string" || typeof initial === "number" ? String(initial) : "";
}
