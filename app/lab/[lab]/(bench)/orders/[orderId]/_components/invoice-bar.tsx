import Link from "next/link";
import { StateMark } from "@/components/lab/state-mark";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import type { InvoiceSummary } from "@/lib/billing/schema";
import { DraftInvoiceButton } from "./draft-invoice-button";

type InvoiceBarProps = {
  orderId: string;
  invoices: readonly InvoiceSummary[];
  /** Whether another may be drafted by this person. */
  drafts: boolean;
};

/** What the order costs and how much of it is paid. */
export function InvoiceBar({ orderId, invoices, drafts }: InvoiceBarProps) {
  const isCovered = invoices.some(({ state }) => state !== "void");
  return (
    <Section
      title={invoices.length > 1 ? "Invoices" : "Invoice"}
      aside={drafts && !isCovered && <DraftInvoiceButton orderId={orderId} />}
    >
      {invoices.length === 0 && <p className="text-ink-3">This order has no invoice.</p>}
      {invoices.map((invoice) => (
        <div
          key={invoice.id}
          className="flex flex-wrap items-center gap-x-7 gap-y-2 border-t border-line-strong py-2.5 last:border-b"
        >
          <DescriptionList
            layout="above"
            items={[
              {
                term: "Number",
                value: (
                  <Link href={`/invoices/${invoice.id}`}>
                    {invoice.number ? <Id>{invoice.number}</Id> : "Draft"}
                  </Link>
                ),
              },
              { term: "Total", value: <Money amount={invoice.gross} currency={invoice.currency} /> },
              {
                term: "Paid",
                value: <Money amount={invoice.paid - invoice.refunded} currency={invoice.currency} />,
              },
              {
                term: "Due",
                value: (
                  <Money amount={invoice.amountDue} currency={invoice.currency} className="font-strong" />
                ),
              },
            ]}
          />
          <PaidBar invoice={invoice} />
          <StateMark kind="invoice" state={invoice.state} />
        </div>
      ))}
    </Section>
  );
}

/** How much of it is paid, beside the numbers that say so. */
function PaidBar({ invoice: { gross, paid, refunded } }: { invoice: InvoiceSummary }) {
  const share = gross > 0 ? Math.min(1, (paid - refunded) / gross) : 0;
  return (
    <svg aria-hidden="true" className="h-1.5 min-w-24 max-w-40 flex-1">
      <rect width="100%" height="6" className="fill-sunken" />
      <rect width={`${share * 100}%`} height="6" className="fill-ink-2" />
    </svg>
  );
}
