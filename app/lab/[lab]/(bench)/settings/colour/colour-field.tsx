"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/text-fields";
import { isHexColour, labColours } from "@/lib/core/colour";
import { ColourPreview } from "./colour-preview";

/** Chosen with the browser's picker or typed; shown as it will be worn, with its contrast. */
export function ColourField({ name, laboratory }: { name: string; laboratory: string }) {
  const form = useFormContext();
  const value: unknown = useWatch({ name });
  const typed = typeof value === "string" ? value.trim() : "";
  const isColour = isHexColour(typed);
  return (
    <div className="grid gap-5">
      <div className="flex items-start gap-3">
        <TextField
          name={name}
          label="Colour"
          mono
          spellCheck={false}
          autoCapitalize="none"
          help="As in #00695c. It stands on your mark, the sign-in page, reports, invoices and mails, and beside the current place of the navigation."
          className="max-w-100"
        />
        <input
          type="color"
          aria-label="Pick the colour"
          value={isColour ? longForm(typed) : "#000000"}
          onChange={({ target }) =>
            form.setValue(name, target.value, {
              shouldDirty: true,
              shouldValidate: form.formState.isSubmitted,
            })
          }
          className="mt-6 h-8 w-14 flex-none rounded-sm border border-field-line bg-surface p-0.5 max-md:h-11"
        />
      </div>
      {isColour && (
        <ColourPreview chosen={longForm(typed)} colours={labColours(typed)} laboratory={laboratory} />
      )}
    </div>
  );
}

/** The picker knows `#rrggbb` only. */
function longForm(hex: string): string {
  const plain = hex.toLowerCase();
  return plain.length === 4 ? `#${[...plain.slice(1)].map((digit) => digit + digit).join("")}` : plain;
}
