"use client";

import { z } from "zod";
import { CheckboxField, SelectField } from "@/components/forms/choice-fields";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import { unitWords } from "@/lib/core/unit-words";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import type { DialogState } from "../../../../_components/dialog-button";
import { FormDialog } from "../../../../_components/form-dialog";
import { amend } from "../actions";

const Amendment = z
  .object({
    value: z.string().trim().optional(),
    notReported: z.boolean().optional(),
    reason: z.string().trim().min(3, "Say why: the report prints it."),
  })
  .refine(({ value, notReported }) => Boolean(value) || notReported === true, {
    path: ["value"],
    message: "Give the right value, or say that it is not reported.",
  });

type AmendDialogProps = DialogState & { line: GridLine; grid: Grid };

/** R18: the new value is verified by somebody else and released as a corrected version. */
export default function AmendDialog({ line, grid, ...state }: AmendDialogProps) {
  return (
    <FormDialog
      {...state}
      title={`Amend ${line.analyteName}?`}
      about={`${grid.patient.displayName}, ${grid.patient.mrn}. Released as ${line.value ?? "not reported"} ${unitWords(line.unit)}. It stays readable; another person verifies the new value, and its release makes a corrected version.`}
      keep="Keep it"
      act="Amend"
      busy="Amending"
      schema={Amendment}
      initial={{ value: line.value ?? "", notReported: false, reason: "" }}
      action={({ value, notReported, reason }) =>
        amend({
          params: { resultId: line.resultId },
          ifMatch: line.version,
          body: notReported ? { notReported: true, reason } : { value, reason },
        })
      }
    >
      {line.kind === "coded" ? (
        <SelectField
          name="value"
          label="Right value"
          choices={line.choices.map(({ label }) => ({ value: label, label }))}
        />
      ) : (
        <TextField
          name="value"
          label="Right value"
          numeric={line.kind === "numeric"}
          {...(line.unit && { affix: unitWords(line.unit) })}
        />
      )}
      <CheckboxField name="notReported" label="Not reported: the value is taken back" />
      <TextareaField name="reason" label="Reason" help="Printed on the corrected report." rows={2} />
    </FormDialog>
  );
}
