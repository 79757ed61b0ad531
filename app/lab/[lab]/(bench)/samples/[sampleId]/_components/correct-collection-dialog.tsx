"use client";

import { TextField } from "@/components/forms/text-fields";
import { CollectionCorrection } from "@/lib/samples/schema";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { InstantField } from "../../../_components/instant-field";
import { correct } from "../actions";
import type { ActingOn } from "./sample-actions";

export default function CorrectCollectionDialog({ sample, zone, ...state }: ActingOn & DialogState) {
  return (
    <FormDialog
      {...state}
      title="Correct when it was collected?"
      about={`${sample.who}. Results are judged by the age at collection: what is not released is judged anew, and what is released and would change is listed.`}
      keep="Leave it as it is"
      act="Correct the time"
      busy="Correcting"
      schema={CollectionCorrection}
      initial={{ collectedAt: sample.collectedAt ?? "" }}
      action={(body) => correct({ params: { sampleId: sample.id }, body, ifMatch: sample.version })}
    >
      <InstantField name="collectedAt" label="Collected" zone={zone} />
      <TextField name="reason" label="Reason" autoComplete="off" />
    </FormDialog>
  );
}
