"use client";

import { isCapColour, Tube } from "@/components/lab/tube";
import { duration } from "@/components/lab/turnaround";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { Priority } from "@/lib/orders/schema";
import { priorityWords } from "../../../_components/order-marks";
import type { OrderSum } from "./order-sum";

type SumAsideProps = { sum: OrderSum; currency: string; priority: Priority };

/** What the order comes to as it stands: tubes to take, when it is due, what it costs. */
export function SumAside({ sum, currency, priority }: SumAsideProps) {
  const { tubes, lines, total, unpriced, dueMinutes } = sum;
  if (tubes.length === 0) {
    return (
      <Section title="This order">
        <p className="text-ink-3">The tubes it needs and what it costs are shown here as you choose.</p>
      </Section>
    );
  }
  return (
    <div aria-live="polite">
      <Section title={tubes.length === 1 ? "1 tube is taken" : `${tubes.length} tubes are taken`}>
        <ul>
          {tubes.map((tube) => (
            <li key={tube.key} className="border-b border-line py-2">
              <Tube
                cap={isCapColour(tube.cap) ? tube.cap : "none"}
                label={tube.sampleTypeName}
                className="font-medium"
              />
              <span className="block text-xs text-ink-3">{tube.container}</span>
              {tube.collection && <span className="block text-xs text-warn">{tube.collection}</span>}
              <span className="block text-xs text-ink-2">{tube.tests.join(", ")}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="It comes to">
        <dl>
          <Fact term="Lines of results">{lines}</Fact>
          <Fact term={`Due, ${priorityWords[priority].toLowerCase()}`}>within {duration(dueMinutes)}</Fact>
          {total !== null && (
            <Fact term="Total" strong>
              <Money amount={total} currency={currency} />
            </Fact>
          )}
        </dl>
        {unpriced.length > 0 && (
          <p className="mt-2 text-xs text-warn">
            Not in the price list: {unpriced.join(", ")}. A price is written on the invoice.
          </p>
        )}
      </Section>
    </div>
  );
}

type FactProps = { term: string; strong?: boolean; children: React.ReactNode };

function Fact({ term, strong, children }: FactProps) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-1.5">
      <dt className="text-ink-2">{term}</dt>
      <dd className={strong ? "text-md font-strong" : "tabular-nums"}>{children}</dd>
    </div>
  );
}
