"use client";

import { useState } from "react";
import { MoneyField } from "@/components/forms/money-field";
import { TextField } from "@/components/forms/text-fields";
import { NewRefund } from "@/lib/billing/schema";
import { newId } from "@/lib/core/ids";
import { formatMoney } from "@/lib/core/money";
import type { DialogState } from "../../../_components/dialog-button";
import { FormDialog } from "../../../_components/form-dialog";
import { refund } from "../actions";
import type { RefundProps } from "./refund-button";

export default function RefundDialog({ paymentId, left, currency, ...state }: RefundProps & DialogState) {
  const [idempotencyKey] = useState(newId);
  return (
    <FormDialog
      {...state}
      title="Give this payment back?"
      about={`${formatMoney(left, currency)} of it is left. A refund is written down for good; the payment stays as it was.`}
      keep="Keep it"
      act="Record the refund"
      busy="Recording"
      look="danger"
      schema={NewRefund}
      initial={{ amount: left }}
      action={(body) => refund({ params: { paymentId }, body, idempotencyKey })}
    >
      <MoneyField name="amount" label="Amount" currency={currency} />
      <TextField name="reason" label="Reason" help="It is printed on the invoice." autoComplete="off" />
    </FormDialog>
  );
}
