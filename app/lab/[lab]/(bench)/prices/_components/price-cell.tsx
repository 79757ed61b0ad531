"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import type { Price } from "@/lib/catalogue/schema.sold";
import { parseMoney } from "@/lib/core/money";
import { attempt } from "../../_components/use-act";
import { setPrice } from "../actions";
import { amountText } from "./amount-text";

type State = { is: "still" | "saving" | "saved" } | { is: "wrong"; why: string };

/** One price: saved on leaving the field or with Enter, brought back with Escape. */
export function PriceCell({ price }: { price: Price }) {
  const { code, currency } = price;
  const error = useId();
  const [saved, setSaved] = useState({ amount: price.amount, version: price.version });
  const [text, setText] = useState(() => amountText(price.amount, currency));
  const [state, setState] = useState<State>({ is: "still" });

  async function save() {
    const parsed = parseMoney(text, currency);
    if (!parsed.ok) return setState({ is: "wrong", why: parsed.reason });
    if (parsed.amount === saved.amount) return setState({ is: state.is === "saved" ? "saved" : "still" });
    setState({ is: "saving" });
    const answer = await attempt(() =>
      setPrice({ params: { code }, body: { amount: parsed.amount }, ifMatch: saved.version }),
    );
    if (!answer.ok) return setState({ is: "wrong", why: answer.problem.detail });
    setSaved({ amount: answer.value.amount, version: answer.value.version });
    setText(amountText(answer.value.amount, currency));
    setState({ is: "saved" });
  }

  function bringBack() {
    setText(amountText(saved.amount, currency));
    setState({ is: "still" });
  }

  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex w-full items-center justify-end gap-2">
        <span
          role="status"
          className="flex w-20 max-md:w-auto items-center justify-end gap-1 text-xs text-ink-2"
        >
          {state.is === "saving" && (
            <>
              <Spinner />
              Saving
            </>
          )}
          {state.is === "saved" && (
            <>
              <Check aria-hidden="true" className="size-3.5 text-ok" />
              Saved
            </>
          )}
        </span>
        <div className="w-40 max-md:w-32">
          <Input
            aria-label={`Price of ${price.name}, ${currency}`}
            aria-invalid={state.is === "wrong" || undefined}
            aria-describedby={state.is === "wrong" ? error : undefined}
            numeric
            inputMode="decimal"
            autoComplete="off"
            affix={currency}
            value={text}
            readOnly={state.is === "saving"}
            onChange={({ target }) => {
              setText(target.value);
              setState({ is: "still" });
            }}
            onBlur={save}
            onKeyDown={({ key, currentTarget }) => {
              if (key === "Enter") currentTarget.blur();
              if (key === "Escape") bringBack();
            }}
          />
        </div>
      </div>
      {state.is === "wrong" && (
        <p
          id={error}
          role="alert"
          className="flex max-w-60 items-start gap-1.5 text-start text-xs font-medium text-danger"
        >
          <TriangleAlert aria-hidden="true" className="mt-px size-3.5 flex-none" />
          <span>
            Not saved. {state.why}{" "}
            <Button size="small" look="quiet" onClick={bringBack}>
              Bring {amountText(saved.amount, currency)} back
            </Button>
          </span>
        </p>
      )}
    </div>
  );
}
