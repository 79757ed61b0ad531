"use client";

import { TextField } from "@/components/forms/text-fields";
import { Collection } from "@/lib/samples/schema";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { InstantField } from "../../../_components/instant-field";
import { collect } from "../actions";
import type { ActingOn } from "./sample-actions";

export default function CollectDialog({ sample, zone, ...state }: ActingOn & DialogState) {
  return (
    <FormDialog
      {...state}
      title={`${sample.barcode} is collected?`}
      about={sample.who}
      keep="Not yet"
      act="Record the collection"
      busy="Recording"
      schema={Collection}
      initial={{ collectedAt: new Date().toISOString() }}
      action={(body) => collect({ params: { sampleId: sample.id }, body, ifMatch: sample.version })}
    >
      <InstantField name="collectedAt" label="When" zone={zone} />
      <TextField name="site" label="Site" optional placeholder="Left arm" autoComplete="off" />
    </FormDialog>
  );
}
