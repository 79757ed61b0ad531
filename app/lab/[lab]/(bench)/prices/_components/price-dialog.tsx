"use client";

import { ComboboxField } from "@/components/forms/combobox-field";
import { MoneyField } from "@/components/forms/money-field";
import { notify } from "@/components/ui/toast";
import type { Option } from "@/components/ui/use-options";
import { NewPrice } from "@/lib/catalogue/schema.sold";
import { Code } from "@/lib/catalogue/schema.words";
import type { DialogState } from "../../_components/dialog-button";
import { FormDialog } from "../../_components/form-dialog";
import { addPrice, findPanels, findTests } from "../actions";

const Typed = NewPrice.extend({ code: Code });

export default function PriceDialog({ currency, ...state }: DialogState & { currency: string }) {
  return (
    <FormDialog
      {...state}
      title="Set a price"
      about="For a test or panel without one. What has a price already is changed in its row."
      keep="Cancel"
      act="Set the price"
      busy="Saving"
      schema={Typed}
      action={({ code, amount }) => addPrice({ params: { code }, body: { amount } })}
      onDone={(price) => notify({ title: "Price set", detail: price?.name })}
    >
      <ComboboxField name="code" label="Test or panel" noun="tests and panels" load={orderables} />
      <MoneyField name="amount" label="Price" currency={currency} />
    </FormDialog>
  );
}

async function orderables(q: string): Promise<Option[]> {
  const query = { limit: "10", ...(q && { q }) };
  const [tests, panels] = [await findTests({ query }), await findPanels({ query })];
  if (!tests.ok || !panels.ok) throw new Error("The search did not work.");
  return [
    ...panels.value.data.map(({ code, name }) => ({ value: code, label: name, detail: `${code} · panel` })),
    ...tests.value.data.map(({ code, name }) => ({ value: code, label: name, detail: `${code} · test` })),
  ];
}
