import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { invoiceLifecycle } from "@/lib/billing/lifecycle";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { InvoiceState, type InvoiceSummary } from "@/lib/billing/schema";
import { address, pagesAround, type Query, readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";

export const metadata = { title: "Invoices" };

export default async function InvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = InvoiceState.safeParse(query.state).data;
  const { laboratory } = await benchActor();
  const { data, nextCursor } = await load(listInvoices, {
    query: {
      ...(state && { state }),
      ...(query.number && { number: query.number.toUpperCase() }),
      ...(query.cursor && { cursor: query.cursor }),
    },
  });
  return (
    <Screen crumbs={[{ label: "Invoices" }]}>
      <PageHead title="Invoices" />
      <div className="mb-3">
        <SearchForm name="number" value={query.number} label="Invoice number" keep={{ state }} />
      </div>
      <Tabs label="Invoices by state" tabs={stateTabs(state, query)} />
      {data.length === 0 ? (
        <NoInvoices state={state} number={query.number} />
      ) : (
        <>
          <Invoices invoices={data} zone={laboratory.timeZone} />
          <Paging shown={data.length} {...pagesAround("/invoices", query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function stateTabs(current: InvoiceState | undefined, { number }: Query) {
  const all = { href: address("/invoices", { number }), label: "All", current: current === undefined };
  return [
    all,
    ...InvoiceState.options.map((state) => ({
      href: address("/invoices", { state, number }),
      label: invoiceLifecycle.states[state].label,
      current: state === current,
    })),
  ];
}

function Invoices({ invoices, zone }: { invoices: readonly InvoiceSummary[]; zone: string }) {
  return (
    <Table label="Invoices" tall>
      <TableHead>
        <Head>Number</Head>
        <Head>Billed to</Head>
        <Head>Order</Head>
        <Head>State</Head>
        <Head>Issued</Head>
        <Head end>Total</Head>
        <Head end>Due</Head>
      </TableHead>
      <TableBody>
        {invoices.map((invoice) => (
          <Row key={invoice.id}>
            <Cell phone="lead">
              <RowLink href={`/invoices/${invoice.id}`} prefetch={false}>
                {invoice.number ? <Id strong>{invoice.number}</Id> : "Not issued"}
                {!invoice.number && <span className="sr-only">, order {invoice.accessionNumber}</span>}
              </RowLink>
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {invoice.billTo}
            </Cell>
            <Cell phone="none">{invoice.accessionNumber && <Id>{invoice.accessionNumber}</Id>}</Cell>
            <Cell phone="sub-end">
              <StateMark kind="invoice" state={invoice.state} />
            </Cell>
            <Cell phone="none">
              {invoice.issuedAt && <Time at={invoice.issuedAt} zone={zone} form="date" />}
            </Cell>
            <Cell phone="none" end>
              <Money amount={invoice.gross} currency={invoice.currency} />
            </Cell>
            <Cell phone="lead-end" end className="font-medium">
              <Due invoice={invoice} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** A draft asks for nothing yet, a void invoice for nothing any more; a phone shows what they come to. */
function Due({ invoice: { state, gross, amountDue, currency } }: { invoice: InvoiceSummary }) {
  if (state === "draft" || state === "void") {
    return <Money amount={gross} currency={currency} className="font-normal text-ink-2 md:hidden" />;
  }
  return (
    <>
      <span className="text-xs font-normal text-ink-3 md:hidden">due </span>
      <Money amount={amountDue} currency={currency} />
    </>
  );
}

function NoInvoices({ state, number }: { state: InvoiceState | undefined; number: string | undefined }) {
  if (number) {
    return (
      <div className="mt-5">
        <Empty title={`No invoice has the number ${number.toUpperCase()}`}>
          Write the number in full, as it is printed: INV-00042. An invoice that is not issued has none yet.
        </Empty>
      </div>
    );
  }
  return (
    <div className="mt-5">
      <Empty title={state ? `No invoice is ${stateWords[state]}` : "There are no invoices yet"}>
        {state
          ? "Invoices come here by themselves as they are drafted, issued and paid."
          : "Each order brings a draft of its invoice with it, at the prices of that moment. Place an order, and it is here."}
      </Empty>
    </div>
  );
}

const stateWords: Record<InvoiceState, string> = {
  draft: "a draft",
  issued: "issued and unpaid",
  part_paid: "part paid",
  paid: "paid",
  void: "void",
};
