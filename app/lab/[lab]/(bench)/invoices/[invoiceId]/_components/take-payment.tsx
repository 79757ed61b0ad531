"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { notify } from "@/components/ui/toast";
import { NewPayment, paymentMethods } from "@/lib/billing/schema";
import { formatMoney } from "@/lib/core/money";
import { useOnceKey } from "../../../_components/use-once-key";
import { pay } from "../actions";

type TakePaymentProps = { invoiceId: string; currency: string; due: number };

const methods = Object.entries(paymentMethods).map(([value, label]) => ({ value, label }));

/** Money that came in; made anew for each amount due. Sent twice, by a double press or a lost network, it is recorded once. */
export function TakePayment({ invoiceId, currency, due }: TakePaymentProps) {
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewPayment}
      keep={`payment-${invoiceId}`}
      initial={{ amount: due, method: "cash" }}
      className="gap-3"
      action={(body) => pay({ params: { invoiceId }, body, idempotencyKey: keyOf(body) })}
      onDone={(invoice) => {
        if (!invoice) return;
        notify({
          title: "Payment recorded",
          detail:
            invoice.amountDue > 0
              ? `${formatMoney(invoice.amountDue, currency)} is still due.`
              : "Nothing is due any more.",
        });
      }}
    >
      <MoneyField name="amount" label="Amount" currency={currency} />
      <SelectField name="method" label="Paid by" choices={methods} />
      <TextField name="reference" label="Reference" optional autoComplete="off" />
      <SubmitButton busy="Recording">Record the payment</SubmitButton>
    </Form>
  );
}
