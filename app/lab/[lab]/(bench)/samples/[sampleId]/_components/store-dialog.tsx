"use client";

import { TextField } from "@/components/forms/text-fields";
import { Storage } from "@/lib/samples/schema";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { store } from "../actions";
import type { ActingOn } from "./sample-actions";

export default function StoreDialog({ sample, zone: _, ...state }: ActingOn & DialogState) {
  return (
    <FormDialog
      {...state}
      title={`${sample.barcode} is put away?`}
      about={sample.who}
      keep="Not yet"
      act="Record where it is"
      busy="Recording"
      schema={Storage}
      action={(body) => store({ params: { sampleId: sample.id }, body, ifMatch: sample.version })}
    >
      <TextField name="location" label="Place" optional placeholder="Fridge 2, rack 14" autoComplete="off" />
    </FormDialog>
  );
}
