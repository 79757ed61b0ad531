import type { Metadata } from "next";
import Link from "next/link";
import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { releaseQueue } from "@/lib/results/operations/release-queue";
import type { ToRelease } from "@/lib/results/schema.queues";
import { KeepFresh } from "../_components/keep-fresh";
import { countOf } from "../_components/number-words";
import { OrderMarks } from "../_components/order-marks";
import { bornWords } from "../_components/person-words";
import { FlagsOfQueue, TurnaroundOf, testsInWords } from "../_components/queue-cells";
import { ShownName } from "../_components/shown-name";
import { Overdue } from "../_dashboard/queue-words";
import { benchActor } from "../bench-actor";
import { ReleaseButton } from "./_components/release-button";
import { missingNames } from "./missing-words";

export const metadata: Metadata = { title: "Release" };

export default async function ReleasePage() {
  await benchActor("result:release");
  const { data, hasMore } = await load(releaseQueue, { query: {} });
  return (
    <Screen crumbs={[{ label: "Release" }]}>
      <KeepFresh />
      <PageHead
        title={
          data.length === 0
            ? "Nothing waits for your release"
            : `${countOf(data.length, "order", { isCapped: hasMore })} ${data.length === 1 ? "waits" : "wait"} for your release`
        }
        note="Each release makes one numbered version of the order's report: final when nothing of the order is missing, else preliminary."
        actions={<Overdue count={data.filter(({ isOverdue }) => isOverdue).length} />}
      />
      {data.length === 0 ? (
        <Empty title="Nothing is verified that is not released">
          Orders come here when results of theirs are verified.
        </Empty>
      ) : (
        <Queue orders={data} />
      )}
      {hasMore && <p className="mt-3 text-ink-3">More follow. They move up as these are released.</p>}
    </Screen>
  );
}

/** What each order says and lacks, with the patient beside the act. */
function Queue({ orders }: { orders: readonly ToRelease[] }) {
  const at = now();
  const next = orders.find(({ missing }) => missing.length === 0) ?? orders[0];
  return (
    <Table label="Orders to release, the first due first" tall>
      <TableHead>
        <Head>Order</Head>
        <Head>Patient</Head>
        <Head>Verified</Head>
        <Head>Flags</Head>
        <Head>Missing for a final report</Head>
        <Head className="lg:w-66">Turnaround</Head>
        <Head hidden>Action</Head>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <Row key={order.orderId} id={order.orderId} className="scroll-mt-16 target:bg-select">
            <Cell phone="lead">
              <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <Link
                  href={`/orders/${order.orderId}`}
                  prefetch={false}
                  className="font-medium text-ink no-underline hover:underline"
                >
                  <Id>{order.accessionNumber}</Id>
                </Link>
                <OrderMarks priority={order.priority} />
              </span>
            </Cell>
            <Cell phone="line">
              <TwoLines
                first={<ShownName of={order.patient} />}
                second={
                  <>
                    <Id>{order.patient.mrn}</Id> · {bornWords(order.patient)}
                  </>
                }
              />
            </Cell>
            <Cell phone="sub">
              <TwoLines
                first={testsInWords(order.tests)}
                second={`${order.verified === 1 ? "1 line" : `${order.verified} lines`}${order.requester ? `, for ${order.requester}` : ""}`}
              />
            </Cell>
            <Cell phone="sub-end">
              <FlagsOfQueue flags={order.flags} />
              {order.openCalls > 0 && (
                <Link href="/calls" className="block text-xs whitespace-nowrap">
                  {order.openCalls === 1 ? "1 call open" : `${order.openCalls} calls open`}
                </Link>
              )}
            </Cell>
            <Cell
              phone="line"
              head="Missing"
              className={order.missing.length > 0 ? "text-warn" : "text-ink-3"}
            >
              {order.missing.length > 0 ? missingNames(order.missing) : "nothing"}
            </Cell>
            <Cell phone="lead-end">
              <TurnaroundOf dueAt={order.dueAt} since={order.placedAt} now={at} />
            </Cell>
            <Cell phone="line" end className="max-md:pt-2!">
              <ReleaseButton order={order} isNext={order === next} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
