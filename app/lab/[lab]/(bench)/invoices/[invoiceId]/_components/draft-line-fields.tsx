"use client";

import { TriangleAlert, X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { type DraftErrors, type DraftField, type DraftLine, draftTotal } from "./draft-lines";

type DraftLineFieldsProps = {
  line: DraftLine;
  /** From 0, as the server counts. */
  place: number;
  currency: string;
  errors: DraftErrors;
  onChange: (field: DraftField, text: string) => void;
  onRemove: () => void;
};

/** One line of a draft: a row of fields, stacked where the screen is narrow. */
export function DraftLineFields({ line, place, currency, errors, onChange, onRemove }: DraftLineFieldsProps) {
  const total = draftTotal(line, currency);
  const problems = useId();
  const errorOf = (name: DraftField) => errors[`lines.${place}.${name}`];
  const wrong = NAMES.filter(([name]) => errorOf(name));
  const hasDiscount = line.discount.trim() !== "";
  const field = (name: DraftField, label: string, className: string, numeric = true) => (
    <Field label={<Label line={place + 1}>{label}</Label>} className={className}>
      {(control) => (
        <Input
          {...control}
          // Said under the whole line: a column of figures is too narrow for a sentence.
          aria-invalid={errorOf(name) ? true : undefined}
          aria-describedby={errorOf(name) ? problems : undefined}
          placeholder={name === "discountReason" ? label : undefined}
          value={line[name]}
          numeric={numeric}
          inputMode={numeric ? "decimal" : undefined}
          autoComplete="off"
          onChange={(event) => onChange(name, event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_64px_112px_112px_72px_120px_32px] items-start gap-x-2 gap-y-1 border-b border-line py-1.5 max-lg:grid-cols-2 max-lg:gap-y-2 max-lg:py-3">
      {field("description", "What", "max-lg:col-span-2", false)}
      {field("quantity", "Quantity", "")}
      {field("unitPrice", `Price, ${currency}`, "")}
      {field("discount", `Discount, ${currency}`, "")}
      {field("taxRate", "Tax, %", "")}
      <p className="flex h-8 items-center justify-end lg:mt-1 max-lg:justify-start">
        {total ? (
          <Money amount={total.gross} currency={currency} className="font-medium" />
        ) : (
          <span className="text-ink-3">–</span>
        )}
      </p>
      <IconButton
        label={`Remove line ${place + 1}${line.description ? `, ${line.description}` : ""}`}
        look="quiet"
        className="lg:mt-1 max-lg:justify-self-end"
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </IconButton>
      {hasDiscount &&
        field(
          "discountReason",
          "Reason of the discount",
          "lg:col-span-4 lg:col-start-1 max-lg:col-span-2",
          false,
        )}
      {wrong.length > 0 && (
        <ul id={problems} className="col-span-full text-xs font-medium text-danger">
          {wrong.map(([name, words]) => (
            <li key={name} className="flex items-center gap-1.5">
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              {words}: {errorOf(name)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const NAMES: readonly [DraftField, string][] = [
  ["description", "What"],
  ["quantity", "Quantity"],
  ["unitPrice", "Price"],
  ["discount", "Discount"],
  ["taxRate", "Tax"],
  ["discountReason", "Reason of the discount"],
];

/** Seen on a narrow screen; on a wide one the column's head says it, and this is heard. */
function Label({ line, children }: { line: number; children: string }) {
  return (
    <span className="text-xs text-ink-2 lg:sr-only">
      {children}
      <span className="sr-only"> of line {line}</span>
    </span>
  );
}
