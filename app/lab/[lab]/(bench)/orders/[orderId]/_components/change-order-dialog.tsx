"use client";

import { z } from "zod";
import { RadioField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { TextareaField } from "@/components/forms/text-fields";
import { OrderChange, Priority } from "@/lib/orders/schema";
import { changedOnly } from "../../../_components/changed-only";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { priorityWords } from "../../../_components/order-marks";
import { loadProviders } from "../../new/_components/order-details";
import { change } from "../actions";
import type { ActedOnOrder } from "./order-actions";

const Said = z.enum(["unsaid", "yes", "no"]);

/** The room's noun, with three answers where a record has yes, no and nothing. */
const OrderChangeForm = z.object({
  priority: Priority,
  providerId: OrderChange.shape.providerId,
  clinicalNotes: OrderChange.shape.clinicalNotes,
  fasting: Said,
  pregnant: Said,
});

const priorities = Priority.options.map((value) => ({ value, label: priorityWords[value] }));
const answers = [
  { value: "unsaid", label: "Not recorded" },
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

type ChangeOrderDialogProps = DialogState & { order: ActedOnOrder; who: string };

export default function ChangeOrderDialog({ order, who, ...state }: ChangeOrderDialogProps) {
  const before = { ...order, providerId: order.provider?.id ?? null };
  return (
    <FormDialog
      {...state}
      title={`Correct order ${order.accessionNumber}?`}
      about={`${who}. Another priority moves what is due. Pregnancy is part of what values are judged by: what is not released is judged anew.`}
      keep="Leave it as it was"
      act="Save the corrections"
      busy="Saving"
      schema={OrderChangeForm}
      emptyAs="null"
      initial={{
        priority: order.priority,
        providerId: order.provider?.id ?? "",
        clinicalNotes: order.clinicalNotes ?? "",
        fasting: saidOf(order.fasting),
        pregnant: saidOf(order.pregnant),
      }}
      action={({ fasting, pregnant, ...body }) =>
        change({
          params: { orderId: order.id },
          body: changedOnly({ ...body, fasting: recordOf(fasting), pregnant: recordOf(pregnant) }, before),
          ifMatch: order.version,
        })
      }
    >
      <RadioField name="priority" label="Priority" options={priorities} inline />
      <ComboboxField
        name="providerId"
        label="Requester"
        optional
        noun="providers"
        load={loadProviders}
        initialOption={order.provider && { value: order.provider.id, label: order.provider.displayName }}
      />
      <RadioField name="fasting" label="Fasting" options={answers} inline />
      {order.patient.sex !== "male" && (
        <RadioField name="pregnant" label="Pregnant" options={answers} inline />
      )}
      <TextareaField name="clinicalNotes" label="Clinical notes" optional />
    </FormDialog>
  );
}

function saidOf(value: boolean | null): z.infer<typeof Said> {
  if (value === null) return "unsaid";
  return value ? "yes" : "no";
}

function recordOf(said: z.infer<typeof Said>): boolean | null {
  return said === "unsaid" ? null : said === "yes";
}
