"use client";

import { useEffect, useState } from "react";
import { useController } from "react-hook-form";
import { formatMoney, parseMoney } from "@/lib/core/money";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { BoundProps } from "./text-fields";
import { useBound } from "./use-bound";

type MoneyFieldProps = BoundProps & { currency: string };

/** An amount as people write it; whole minor units in the form's values. */
export function MoneyField({ name, label, optional, help, aside, className, currency }: MoneyFieldProps) {
  const { id, error } = useBound(name, label);
  const { field } = useController({ name });
  const [text, setText] = useState(() => amountText(field.value, currency));
  const parsed = parseMoney(text, currency);

  // A value that comes from elsewhere (kept, reset) is shown; what is being typed is left as it is.
  useEffect(() => {
    setText((shown) => {
      const now = parseMoney(shown, currency);
      const isSame = now.ok ? now.amount === field.value : shown === (field.value ?? "");
      return isSame ? shown : amountText(field.value, currency);
    });
  }, [field.value, currency]);

  return (
    <Field
      {...{ id, label, optional, help, aside, className }}
      error={error && text && !parsed.ok ? parsed.reason : error}
    >
      {(control) => (
        <Input
          {...control}
          ref={field.ref}
          name={name}
          numeric
          inputMode="decimal"
          autoComplete="off"
          affix={currency}
          value={text}
          onChange={({ target: { value } }) => {
            setText(value);
            const now = parseMoney(value, currency);
            // What is no amount stays text, for the schema to refuse.
            field.onChange(now.ok ? now.amount : value);
          }}
          onBlur={field.onBlur}
        />
      )}
    </Field>
  );
}

function amountText(value: unknown, currency: string): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return "";
  return formatMoney(value, currency).replace(`${currency} `, "").replaceAll("\u00a0", "");
}
