import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { Invoice } from "@/lib/billing/schema";

/** What it comes to, what came in, what is due: one column that adds up before the reader's eyes. */
export function AmountsDue({ invoice }: { invoice: Invoice }) {
  const { net, tax, gross, paid, refunded, amountDue, currency, state } = invoice;
  const lines = [
    ...(tax > 0
      ? [
          { term: "Before tax", amount: net },
          { term: "Tax", amount: tax },
        ]
      : []),
    { term: "Total", amount: gross },
    ...(paid > 0 ? [{ term: "Paid", amount: -paid }] : []),
    ...(refunded > 0 ? [{ term: "Refunded", amount: refunded }] : []),
  ];
  return (
    <Section title="Amounts">
      <dl>
        {lines.map(({ term, amount }) => (
          <div key={term} className="flex justify-between gap-4 border-b border-line py-1.5">
            <dt className="text-ink-2">{term}</dt>
            <dd>
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-b border-line-strong py-2">
          <dt className="font-medium">{state === "void" ? "Due, void" : "Due"}</dt>
          <dd className="text-md font-strong">
            <Money amount={amountDue} currency={currency} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
