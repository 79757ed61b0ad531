import { ShieldCheck } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import type { Dashboard } from "@/lib/dashboard/schema";
import { OrderMarks } from "../_components/order-marks";
import { FlagsOfQueue, TurnaroundOf, testsInWords } from "../_components/queue-cells";
import { missingWords } from "../release/missing-words";
import { AllOf, Overdue } from "./queue-words";

/** Orders with something to release, and whether that makes a final report. */
export function ToReleasePart({ queue, now }: { queue: NonNullable<Dashboard["release"]>; now: Date }) {
  return (
    <Section
      title="To release"
      count={queue.waiting}
      aside={
        <>
          <Overdue count={queue.overdue} />
          {queue.waiting > 0 && (
            <LinkButton href="/release" look="primary" size="small">
              <ShieldCheck aria-hidden="true" />
              Look through and release
            </LinkButton>
          )}
        </>
      }
    >
      {queue.waiting === 0 ? (
        <p className="text-ink-2">Nothing waits. Orders come here when results of theirs are verified.</p>
      ) : (
        <Table label="Orders to release, the first due first" tall>
          <TableHead>
            <Head>Order</Head>
            <Head>Tests</Head>
            <Head>Flags</Head>
            <Head>Report</Head>
            <Head className="lg:w-59">Turnaround</Head>
          </TableHead>
          <TableBody>
            {queue.data.map((order) => (
              <Row key={order.orderId}>
                <Cell phone="lead">
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <RowLink href={`/release#${order.orderId}`} prefetch={false}>
                      <Id>{order.accessionNumber}</Id>
                    </RowLink>
                    <OrderMarks priority={order.priority} />
                  </span>
                </Cell>
                <Cell phone="sub">
                  <TwoLines
                    first={testsInWords(order.tests)}
                    second={order.requester ? `for ${order.requester}` : "no requester"}
                  />
                </Cell>
                <Cell phone="sub-end">
                  <FlagsOfQueue flags={order.flags} />
                </Cell>
                <Cell phone="none" className="text-ink-2">
                  {order.missing.length === 0 ? "final" : `waits for ${missingWords(order.missing)}`}
                </Cell>
                <Cell phone="lead-end">
                  <TurnaroundOf dueAt={order.dueAt} since={order.placedAt} now={now} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      <AllOf queue={queue} href="/release" />
    </Section>
  );
}
