"use client";

import { X } from "lucide-react";
import { isCapColour, Tube } from "@/components/lab/tube";
import { IconButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { Tag } from "@/components/ui/tag";
import type { OrderableItem } from "@/lib/orders/schema.ordering";
import type { OrderSum } from "./order-sum";

type ChosenItemsProps = {
  items: readonly OrderableItem[];
  sum: OrderSum;
  currency: string;
  /** By path as the server writes it: "items.0.testCode". */
  errors: Record<string, string[]>;
  onRemove: (code: string) => void;
};

/** What is asked for: each with what it contains, its tubes and what it costs. */
export function ChosenItems({ items, sum, currency, errors, onRemove }: ChosenItemsProps) {
  if (items.length === 0) return null;
  return (
    <ul className="mt-3 border-t border-line-strong">
      {items.map((item, index) => {
        const problem = (errors[`items.${index}.testCode`] ?? errors[`items.${index}.panelCode`])?.[0];
        return (
          <li
            key={item.code}
            className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-start gap-x-4 gap-y-0.5 border-b border-line py-2"
          >
            <p className="flex min-h-6.5 flex-wrap items-center gap-x-2.5 max-md:min-h-11">
              <strong>{item.name}</strong>
              <Id>{item.code}</Id>
              {item.kind === "panel" && <Tag>Panel</Tag>}
              <Tubes item={item} />
            </p>
            <p className="flex min-h-6.5 items-center max-md:min-h-11">
              <Price item={item} isCovered={sum.covered.has(item.code)} currency={currency} />
            </p>
            <IconButton
              size="small"
              look="quiet"
              label={`Take ${item.name} off`}
              onClick={() => onRemove(item.code)}
            >
              <X aria-hidden="true" />
            </IconButton>
            <p className="col-span-3 text-xs text-ink-3">{contents(item)}</p>
            {problem && <p className="col-span-3 font-medium text-danger">{problem}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function Tubes({ item }: { item: OrderableItem }) {
  const caps = new Set(item.tests.map(({ sampleType }) => sampleType.cap));
  return (
    <span className="inline-flex gap-1">
      {[...caps].map((cap) => (
        <Tube key={cap} cap={isCapColour(cap) ? cap : "none"} />
      ))}
    </span>
  );
}

type PriceProps = { item: OrderableItem; isCovered: boolean; currency: string };

function Price({ item: { price }, isCovered, currency }: PriceProps) {
  if (price === undefined) return null;
  if (isCovered) return <span className="text-ink-3">in a panel</span>;
  if (price === null) return <span className="text-warn">no price yet</span>;
  return <Money amount={price} currency={currency} />;
}

/** Tests of a panel, or lines of a test: enough to see that it is the right one. */
function contents({ kind, tests }: OrderableItem): string {
  if (kind === "panel") return tests.map(({ name }) => name).join(", ");
  const [test] = tests;
  const lines = test?.analytes ?? [];
  return lines.length === 1 ? "1 line" : `${lines.length} lines: ${lines.join(", ")}`;
}
