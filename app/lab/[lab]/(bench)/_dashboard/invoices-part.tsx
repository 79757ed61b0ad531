import { StateMark } from "@/components/lab/state-mark";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import type { InvoiceSummary } from "@/lib/billing/schema";
import type { Dashboard } from "@/lib/dashboard/schema";
import { AllOf } from "./queue-words";

type Queue = NonNullable<Dashboard["invoices"]>["toIssue"];

/** Drafts to be issued, and issued ones that are not paid in full. */
export function InvoicesPart({ invoices }: { invoices: NonNullable<Dashboard["invoices"]> }) {
  return (
    <>
      <Section title="Invoices to issue" count={invoices.toIssue.waiting}>
        <InvoiceRows
          queue={invoices.toIssue}
          amount={({ gross }) => gross}
          none="Nothing waits. An invoice is drafted with each order."
        />
        <AllOf queue={invoices.toIssue} href="/invoices?state=draft" />
      </Section>
      <Section title="Invoices not paid in full" count={invoices.unpaid.waiting}>
        <InvoiceRows
          queue={invoices.unpaid}
          amount={({ amountDue }) => amountDue}
          none="Everything that was issued is paid."
        />
        <AllOf queue={invoices.unpaid} href="/invoices" />
      </Section>
    </>
  );
}

type InvoiceRowsProps = { queue: Queue; amount: (invoice: InvoiceSummary) => number; none: string };

function InvoiceRows({ queue, amount, none }: InvoiceRowsProps) {
  if (queue.waiting === 0) return <p className="text-ink-2">{none}</p>;
  return (
    <Table label="Invoices, the newest first">
      <TableHead>
        <Head>Order</Head>
        <Head>Invoice</Head>
        <Head>Billed to</Head>
        <Head>State</Head>
        <Head end>Amount</Head>
      </TableHead>
      <TableBody>
        {queue.data.map((invoice) => (
          <Row key={invoice.id}>
            <Cell phone="lead">
              <RowLink href={`/invoices/${invoice.id}`} prefetch={false}>
                {invoice.accessionNumber ? <Id>{invoice.accessionNumber}</Id> : "no order"}
              </RowLink>
            </Cell>
            <Cell phone="none">{invoice.number ? <Id>{invoice.number}</Id> : "–"}</Cell>
            <Cell phone="sub">{invoice.billTo}</Cell>
            <Cell phone="sub-end">
              <StateMark kind="invoice" state={invoice.state} />
            </Cell>
            <Cell phone="lead-end" end>
              <Money amount={amount(invoice)} currency={invoice.currency} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
