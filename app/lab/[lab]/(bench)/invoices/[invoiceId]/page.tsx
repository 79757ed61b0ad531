import { Printer } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { FileButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { invoiceLifecycle } from "@/lib/billing/lifecycle";
import { openInvoice } from "@/lib/billing/operations/open-invoice";
import type { Invoice } from "@/lib/billing/schema";
import { may } from "@/lib/core/actor";
import { mayFollow } from "@/lib/core/lifecycle";
import { ShownName } from "../../_components/shown-name";
import { benchActor } from "../../bench-actor";
import { AmountsDue } from "./_components/amounts-due";
import { DraftEditor } from "./_components/draft-editor";
import { InvoiceLines } from "./_components/invoice-lines";
import { Payments } from "./_components/payments";
import { TakePayment } from "./_components/take-payment";
import { VoidButton } from "./_components/void-button";

type InvoicePageProps = { params: Promise<{ invoiceId: string }> };

/** Once a request, for the title and for the page: one transaction, one audit event. */
const invoiceOf = cache((invoiceId: string) => load(openInvoice, { params: { invoiceId } }));

export async function generateMetadata({ params }: InvoicePageProps): Promise<Metadata> {
  const { number } = await invoiceOf((await params).invoiceId);
  return { title: number ? `Invoice ${number}` : "Draft of an invoice" };
}

export default async function InvoicePage({ params }: InvoicePageProps) {
  const { invoiceId } = await params;
  const invoice = await invoiceOf(invoiceId);
  const actor = await benchActor();
  const zone = actor.laboratory.timeZone;
  const manages = may(actor, "invoice:manage");
  const takesMoney = may(actor, "payment:record");
  const isDraft = invoice.state === "draft";
  return (
    <Screen
      crumbs={[
        { label: "Invoices", href: "/invoices" },
        { label: invoice.number ? <Id>{invoice.number}</Id> : "Draft" },
      ]}
      aside={
        <>
          <AmountsDue invoice={invoice} />
          {takesMoney && mayFollow(invoiceLifecycle, invoice.state, "pay") && (
            <Section title="Take a payment">
              <TakePayment
                key={invoice.amountDue}
                invoiceId={invoice.id}
                currency={invoice.currency}
                due={invoice.amountDue}
              />
            </Section>
          )}
        </>
      }
    >
      <PageHead
        title={
          invoice.number ? (
            <>
              Invoice <Id>{invoice.number}</Id>
            </>
          ) : (
            "Draft of an invoice"
          )
        }
        marks={<StateMark kind="invoice" state={invoice.state} />}
        note={<When invoice={invoice} zone={zone} />}
        actions={
          <>
            {manages && mayFollow(invoiceLifecycle, invoice.state, "void") && (
              <VoidButton invoice={invoice} />
            )}
            <FileButton href={`/invoices/${invoice.id}/pdf`} target="_blank">
              <Printer aria-hidden="true" />
              {isDraft ? "Print the draft" : "Print"}
            </FileButton>
          </>
        }
      />
      {invoice.state === "void" && invoice.voidReason && (
        <Note kind="warn" title="This invoice is void." className="mb-5">
          {invoice.voidReason}
        </Note>
      )}
      <Facts invoice={invoice} editsBillTo={isDraft && manages} />
      {isDraft && manages ? (
        <DraftEditor key={invoice.version} invoice={invoice} />
      ) : (
        <InvoiceLines invoice={invoice} />
      )}
      {invoice.payments.length > 0 && (
        <Payments invoice={invoice} zone={zone} refunds={takesMoney && invoice.state !== "void"} />
      )}
    </Screen>
  );
}

function When({ invoice: { issuedAt, createdAt, voidedAt }, zone }: { invoice: Invoice; zone: string }) {
  return (
    <>
      {issuedAt ? "Issued " : "Drafted "}
      <Time at={issuedAt ?? createdAt} zone={zone} />
      {voidedAt && (
        <>
          , void since <Time at={voidedAt} zone={zone} />
        </>
      )}
    </>
  );
}

function Facts({ invoice, editsBillTo }: { invoice: Invoice; editsBillTo: boolean }) {
  const { patient, orderId, accessionNumber, billTo } = invoice;
  return (
    <DescriptionList
      layout="above"
      className="mb-6"
      items={[
        { term: "Billed to", value: editsBillTo ? null : billTo },
        {
          term: "Patient",
          value: patient && (
            <Link href={`/patients/${patient.id}`} className="text-ink">
              <ShownName of={patient} />
            </Link>
          ),
        },
        { term: "MRN", value: patient && <Id>{patient.mrn}</Id> },
        {
          term: "Order",
          value: orderId && accessionNumber && (
            <Link href={`/orders/${orderId}`}>
              <Id>{accessionNumber}</Id>
            </Link>
          ),
        },
      ]}
    />
  );
}
