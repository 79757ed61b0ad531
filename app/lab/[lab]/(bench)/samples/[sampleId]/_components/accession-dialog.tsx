"use client";

import { useFormContext } from "react-hook-form";
import { z } from "zod";
import { RadioField } from "@/components/forms/choice-fields";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { Arrival } from "@/lib/samples/schema";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { InstantField } from "../../../_components/instant-field";
import { accession } from "../actions";
import type { ActingOn } from "./sample-actions";

/** The room's noun, and the question that only a person can answer: whether anybody knows when it was taken. */
const ArrivalForm = z
  .object({ ...Arrival.shape, known: z.enum(["recorded", "told", "nobody"]) })
  .refine(({ known, collectedAt }) => known !== "told" || collectedAt !== undefined, {
    path: ["collectedAt"],
    message: "Write the day and the time.",
  });

const answers = [
  { value: "told", label: "It is known" },
  { value: "nobody", label: "It was not recorded", help: "The report says so, and age is not certain." },
];

export default function AccessionDialog({ sample, zone, ...state }: ActingOn & DialogState) {
  return (
    <FormDialog
      {...state}
      title={`${sample.barcode} has arrived?`}
      about={sample.who}
      keep="Not yet"
      act="Accession it"
      busy="Recording"
      schema={ArrivalForm}
      initial={sample.isCollected ? { known: "recorded" } : {}}
      action={({ known, collectedAt, condition, temperatureC }) =>
        accession({
          params: { sampleId: sample.id },
          body: {
            ...(known === "told" && { collectedAt }),
            ...(known === "nobody" && { collectionNotRecorded: true }),
            ...(condition && { condition }),
            ...(temperatureC !== undefined && { temperatureC }),
          },
          ifMatch: sample.version,
        })
      }
    >
      {!sample.isCollected && (
        <>
          <RadioField name="known" label="When was it collected?" options={answers} />
          <CollectedAt zone={zone} />
        </>
      )}
      <TextField
        name="condition"
        label="Condition"
        optional="when it is not perfect"
        help="It is printed on the report."
        placeholder="Slightly haemolysed"
        autoComplete="off"
      />
      <NumberField name="temperatureC" label="Temperature on arrival" optional affix="°C" />
    </FormDialog>
  );
}

function CollectedAt({ zone }: { zone: string }) {
  const known: unknown = useFormContext().watch("known");
  return known === "told" ? <InstantField name="collectedAt" label="Collected" zone={zone} /> : null;
}
