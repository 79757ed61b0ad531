"use client";

import { TextField } from "@/components/forms/text-fields";
import { Disposal } from "@/lib/samples/schema";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { dispose } from "../actions";
import type { ActingOn } from "./sample-actions";

export default function DisposeDialog({ sample, zone: _, ...state }: ActingOn & DialogState) {
  return (
    <FormDialog
      {...state}
      title={`${sample.barcode} is disposed of?`}
      about={`${sample.who}. This cannot be taken back: nothing can be measured in it any more.`}
      keep="Keep it"
      act="Record the disposal"
      busy="Recording"
      look="danger"
      schema={Disposal}
      action={(body) => dispose({ params: { sampleId: sample.id }, body, ifMatch: sample.version })}
    >
      <TextField name="reason" label="Reason" optional placeholder="Kept for 7 days" autoComplete="off" />
    </FormDialog>
  );
}
