import { LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Dashboard } from "@/lib/dashboard/schema";
import { OrderMarks } from "../_components/order-marks";
import { bornWords } from "../_components/person-words";
import { ShownName } from "../_components/shown-name";
import { AllOf } from "./queue-words";

type ToCollectProps = { queue: NonNullable<Dashboard["collection"]>; zone: string; collects: boolean };

/** Orders whose tubes are still to be taken. */
export function ToCollect({ queue, zone, collects }: ToCollectProps) {
  return (
    <Section
      title="To be collected"
      count={queue.waiting}
      aside={
        collects &&
        queue.waiting > 0 && (
          <LinkButton href="/collect" look="primary" size="small">
            Collect
          </LinkButton>
        )
      }
    >
      {queue.waiting === 0 ? (
        <p className="text-ink-2">Nothing waits. Tubes come here when an order is placed.</p>
      ) : (
        <Table label="Orders to be collected, the most urgent first" tall>
          <TableHead>
            <Head>Patient</Head>
            <Head>Order</Head>
            <Head end>Tubes</Head>
            <Head>Placed</Head>
          </TableHead>
          <TableBody>
            {queue.data.map((order) => (
              <Row key={order.orderId}>
                <Cell phone="lead">
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
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <RowLink href={collects ? "/collect" : `/orders/${order.orderId}`} prefetch={false}>
                      <Id>{order.accessionNumber}</Id>
                    </RowLink>
                    <OrderMarks priority={order.priority} fasting={order.fasting} />
                  </span>
                </Cell>
                <Cell phone="lead-end" end className="tabular-nums">
                  {order.samples.length}
                  <span className="md:hidden">{order.samples.length === 1 ? " tube" : " tubes"}</span>
                </Cell>
                <Cell phone="sub-end">
                  <Time at={order.placedAt} zone={zone} form="both" />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
      <AllOf queue={queue} href={collects ? "/collect" : "/orders?state=placed"} />
    </Section>
  );
}
