"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-options";
import { formatMoney } from "@/lib/core/money";
import type { OrderableItem } from "@/lib/orders/schema.ordering";
import { findItems } from "../actions";

type PickItemProps = {
  error: string | undefined;
  chosen: readonly OrderableItem[];
  currency: string;
  onPick: (item: OrderableItem) => void;
};

/** Adds tests and panels one after the other: after each the field is empty and ready again. */
export function PickItem({ error, chosen, currency, onPick }: PickItemProps) {
  const id = useId();
  const [picks, setPicks] = useState(0);
  const found = useRef(new Map<string, OrderableItem>());

  useEffect(() => {
    if (picks > 0) document.getElementById(id)?.focus();
  }, [id, picks]);

  async function load(q: string): Promise<Option[]> {
    const answer = await findItems({ query: { q } });
    if (!answer.ok) throw new Error(answer.problem.title);
    const items = answer.value.data.filter(({ code }) => !chosen.some((item) => item.code === code));
    found.current = new Map(items.map((item) => [item.code, item]));
    return items.map((item) => ({ value: item.code, label: item.name, detail: detailOf(item, currency) }));
  }

  return (
    <Field label="Add a test or a panel" id={id} error={error} help="By name or code, one after the other.">
      {(control) => (
        <Combobox
          {...control}
          // Made anew after each pick: what was typed for the last one is gone.
          key={picks}
          size="large"
          noun="tests or panels"
          placeholder="Lipid profile, FBC …"
          load={load}
          value={null}
          onChange={(option) => {
            const item = option && found.current.get(option.value);
            if (!item) return;
            onPick(item);
            setPicks(picks + 1);
          }}
        />
      )}
    </Field>
  );
}

function detailOf({ kind, code, price, tests }: OrderableItem, currency: string): string {
  const what = kind === "panel" ? `panel of ${tests.length}` : (tests[0]?.sampleType.name ?? "");
  const cost = price === undefined ? null : price === null ? "no price" : formatMoney(price, currency);
  return [code, what, cost].filter(Boolean).join(" · ");
}
