import { Printer, ScanBarcode } from "lucide-react";
import { cache } from "react";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { FileButton, LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { readTimeline } from "@/lib/audit/operations/read-timeline";
import { openWholeOrder } from "@/lib/billing/operations/open-whole-order";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { type LabActor, may } from "@/lib/core/actor";
import { labelProblem } from "@/lib/samples/policy";
import { itemWords } from "../../_components/item-words";
import { OrderMarks } from "../../_components/order-marks";
import { bornWords, sexWords } from "../../_components/person-words";
import { RecordTimeline } from "../../_components/record-timeline";
import { nameParts } from "../../_components/shown-name";
import { benchActor } from "../../bench-actor";
import { InvoiceBar } from "./_components/invoice-bar";
import { CancelledItems, ItemResults } from "./_components/item-results";
import { itemSections } from "./_components/item-sections";
import { OrderActions } from "./_components/order-actions";
import { ReportVersions } from "./_components/report-versions";
import { SamplesTable } from "./_components/samples-table";
import { timelineWords } from "./_components/timeline-words";

type OrderPageProps = { params: Promise<{ orderId: string }> };

/** Once a request, for the title and for the page: one transaction, one audit event. */
const orderOf = cache((orderId: string) => load(openWholeOrder, { params: { orderId } }));

export async function generateMetadata({ params }: OrderPageProps) {
  const { accessionNumber } = await orderOf((await params).orderId);
  return { title: `Order ${accessionNumber}` };
}

export default async function OrderPage({ params }: OrderPageProps) {
  const { orderId } = await params;
  const order = await orderOf(orderId);
  const happened = await load(readTimeline, { query: { orderId } });
  const actor = await benchActor();
  const zone = actor.laboratory.timeZone;
  const sections = itemSections(order);
  return (
    <Screen
      crumbs={[{ label: "Orders", href: "/orders" }, { label: <Id>{order.accessionNumber}</Id> }]}
      identity={<Identity order={order} actor={actor} />}
      aside={
        <>
          {may(actor, "report:read") && (
            <Section title="Report">
              <ReportVersions order={order} actor={actor} zone={zone} />
            </Section>
          )}
          <Section title="What happened">
            <RecordTimeline entries={happened.data} zone={zone} about={timelineWords(order)} />
          </Section>
        </>
      }
    >
      <PageHead
        title={
          <>
            Order <Id>{order.accessionNumber}</Id>
          </>
        }
        marks={
          <>
            <StateMark kind="order" state={order.state} />
            <OrderMarks priority={order.priority} fasting={order.fasting} pregnant={order.pregnant} />
          </>
        }
        note={
          <>
            {itemWords(sections.map(({ item }) => item.name))}. Placed{" "}
            <Time at={order.placedAt} zone={zone} /> by {order.placedBy}
            {order.completedAt === null && order.state !== "cancelled" && (
              <>
                , due <Time at={order.dueAt} zone={zone} />
              </>
            )}
            .
          </>
        }
        actions={<Actions order={order} actor={actor} />}
      />
      {order.cancelReason && (
        <Note kind="warn" title="This order was cancelled." className="mb-5">
          {order.cancelReason}
        </Note>
      )}
      {order.clinicalNotes && (
        <Note title="Clinical notes:" className="mb-5">
          <span className="whitespace-pre-line">{order.clinicalNotes}</span>
        </Note>
      )}
      <SamplesTable samples={order.samples} zone={zone} links={may(actor, "sample:read")} />
      {sections.map((section) => (
        <ItemResults key={section.item.id} section={section} order={order} zone={zone} />
      ))}
      <CancelledItems items={order.items} />
      {may(actor, "invoice:read") && (
        <InvoiceBar
          orderId={order.id}
          invoices={order.invoices}
          drafts={may(actor, "invoice:manage") && order.state !== "cancelled"}
        />
      )}
    </Screen>
  );
}

function Identity({ order, actor }: { order: WholeOrder; actor: LabActor }) {
  const { patient, provider, ageAtCollection } = order;
  return (
    <IdentityStrip
      identity={{
        ...nameParts(patient),
        mrn: patient.mrn,
        born: bornWords(patient),
        sex: sexWords[patient.sex],
        age: ageAtCollection,
      }}
      more={provider ? [{ term: "Requester", value: provider.displayName }] : []}
    >
      {may(actor, "patient:read") && (
        <LinkButton size="small" href={`/patients/${patient.id}`} prefetch={false}>
          All orders of this patient
        </LinkButton>
      )}
    </IdentityStrip>
  );
}

function Actions({ order, actor }: { order: WholeOrder; actor: LabActor }) {
  const current = order.reports.find(({ supersededBy, withdrawnAt }) => !supersededBy && !withdrawnAt);
  const inUse = order.samples.filter(({ state }) => labelProblem(state) === null);
  const isAwaited = order.samples.some(({ state }) => state === "expected" || state === "collected");
  return (
    <>
      <OrderActions order={order} />
      {may(actor, "sample:accession") && isAwaited && (
        <LinkButton href={`/accession?order=${order.id}`}>
          <ScanBarcode aria-hidden="true" />
          Receive its tubes
        </LinkButton>
      )}
      {order.may.label && inUse.length > 0 && (
        <FileButton
          href={`/orders/${order.id}/labels`}
          target="_blank"
          // The next step of an order that was just placed.
          look={order.samples.every(({ state }) => state === "expected") ? "primary" : "plain"}
        >
          <Printer aria-hidden="true" />
          {inUse.length === 1 ? "Label" : `${inUse.length} labels`}
        </FileButton>
      )}
      {current && (
        <FileButton href={`/reports/${current.id}/pdf`} target="_blank">
          <Printer aria-hidden="true" />
          Report, version {current.number}
        </FileButton>
      )}
    </>
  );
}
