"use client";

import { useState } from "react";
import { z } from "zod";
import { RadioField } from "@/components/forms/choice-fields";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import type { DialogState } from "../../_components/dialog-button";
import { FormDialog } from "../../_components/form-dialog";
import { InstantField } from "../../_components/instant-field";
import { type Identified, identifiers } from "../../_components/person-words";
import { recordCall } from "../actions";

/** The critical value that somebody is told. */
export type CallAbout = {
  resultId: string;
  /** "Leukocytes 105600 cells/µL" */
  what: string;
  patient: Identified & { displayName: string };
  requester: string | null;
};

const Call = z
  .object({
    notifiedAt: z.iso.datetime({ offset: true, error: "Write the day and the time of the call." }),
    recipientName: z.string().trim().min(2, "Write the full name of the person."),
    recipientRole: z.string().trim().min(2, "Write what they are: requester, ward nurse."),
    method: z.enum(["phone", "in_person", "message"]),
    outcome: z.enum(["read_back", "reached_no_read_back", "unable_to_reach"], {
      error: "Say whether they were reached, and read the value back.",
    }),
    note: z.string().trim().optional(),
  })
  .refine(({ outcome, note }) => outcome !== "unable_to_reach" || Boolean(note), {
    path: ["note"],
    message: "Nobody was reached: say what was done then.",
  });

type CallDialogProps = DialogState & { call: CallAbout; zone: string };

/** R19: who was told, when, how, and whether they read it back. Written once. */
export default function CallDialog({ call, zone, ...state }: CallDialogProps) {
  const [openedAt] = useState(() => new Date().toISOString());
  return (
    <FormDialog
      {...state}
      title="Record the call"
      about={
        <>
          <p>
            <strong className="text-ink">{call.what}</strong>
          </p>
          <p>
            <strong className="text-ink">{call.patient.displayName}</strong>, {identifiers(call.patient)}
          </p>
          <p className="mt-1">The record cannot be changed; a further attempt is added to it.</p>
        </>
      }
      keep="Not now"
      act="Record the call"
      busy="Recording"
      schema={Call}
      initial={{
        notifiedAt: openedAt,
        recipientName: call.requester ?? "",
        recipientRole: call.requester ? "Requester" : "",
        method: "phone",
      }}
      action={(typed) => recordCall({ params: { resultId: call.resultId }, body: typed })}
    >
      <TextField name="recipientName" label="Who was told" autoComplete="off" />
      <TextField name="recipientRole" label="Their role" autoComplete="off" />
      <InstantField name="notifiedAt" label="When" zone={zone} />
      <RadioField
        name="method"
        label="How"
        inline
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
          { value: "unable_to_reach", label: "Nobody reached", help: "The call stays open." },
        ]}
      />
      <TextareaField name="note" label="Note" optional rows={2} />
    </FormDialog>
  );
}
