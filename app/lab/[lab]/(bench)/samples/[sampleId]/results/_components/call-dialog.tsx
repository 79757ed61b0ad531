"use client";

import { z } from "zod";
import { RadioField } from "@/components/forms/choice-fields";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import type { Grid, GridLine } from "@/lib/results/schema.queues";
import type { DialogState } from "../../../../_components/dialog-button";
import { FormDialog } from "../../../../_components/form-dialog";
import { recordCall } from "../actions";

// The time is the server's to check; here it is "now" unless the person says otherwise later.
const Call = z
  .object({
    recipientName: z.string().trim().min(2, "Write the full name of the person."),
    recipientRole: z.string().trim().min(2, "Write what they are: requester, ward nurse."),
    method: z.enum(["phone", "in_person", "message"]),
    outcome: z.enum(["read_back", "reached_no_read_back", "unable_to_reach"]),
    note: z.string().trim().optional(),
  })
  .refine(({ outcome, note }) => outcome !== "unable_to_reach" || Boolean(note), {
    path: ["note"],
    message: "Nobody was reached: say what was done then.",
  });

type CallDialogProps = DialogState & { line: GridLine; grid: Grid };

/** R19: who was told, when, how, and whether they read it back. Written once. */
export default function CallDialog({ line, grid, ...state }: CallDialogProps) {
  return (
    <FormDialog
      {...state}
      title={`Record the call about ${line.analyteName}`}
      about={`${grid.patient.displayName}, ${grid.patient.mrn}: ${line.value ?? ""} ${line.unit ?? ""}. The record cannot be changed; a further attempt is added to it.`}
      keep="Not now"
      act="Record the call"
      busy="Recording"
      schema={Call}
      initial={{
        recipientName: grid.order.requester ?? "",
        recipientRole: grid.order.requester ? "Requester" : "",
        method: "phone",
        outcome: "read_back",
      }}
      action={(typed) =>
        recordCall({
          params: { resultId: line.resultId },
          body: { ...typed, notifiedAt: new Date().toISOString() },
        })
      }
    >
      <TextField name="recipientName" label="Who was told" />
      <TextField name="recipientRole" label="Their role" />
      <RadioField
        name="method"
        label="How"
        options={[
          { value: "phone", label: "Phone" },
          { value: "in_person", label: "In person" },
          { value: "message", label: "Message" },
        ]}
      />
      <RadioField
        name="outcome"
        label="What came of it"
        options={[
          { value: "read_back", label: "Reached, read back" },
          { value: "reached_no_read_back", label: "Reached, not read back" },
          { value: "unable_to_reach", label: "Nobody reached" },
        ]}
      />
      <TextareaField name="note" label="Note" optional rows={2} />
    </FormDialog>
  );
}
