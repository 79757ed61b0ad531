import { StateMark } from "@/components/lab/state-mark";
import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { OrderProgress, OrderSummary } from "@/lib/orders/schema";
import { itemWords } from "../../_components/item-words";
import { OrderMarks } from "../../_components/order-marks";
import { bornPhrase } from "../../_components/person-words";
import { ShownName } from "../../_components/shown-name";

type OrderTableProps = {
  orders: readonly OrderSummary[];
  zone: string;
  /** Off where all orders are of the one patient the page is about. */
  patient?: boolean;
};

export function OrderTable({ orders, zone, patient = true }: OrderTableProps) {
  return (
    <Table label="Orders, newest first" tall>
      <TableHead>
        <Head>Order</Head>
        {patient && <Head>Patient</Head>}
        <Head>What</Head>
        <Head>Progress</Head>
        <Head>Requester</Head>
        <Head>Placed</Head>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <Row key={order.id}>
            <Cell phone="lead" className="whitespace-nowrap">
              <span className="inline-flex items-center gap-2 align-middle">
                <RowLink href={`/orders/${order.id}`} prefetch={false}>
                  <Id strong>{order.accessionNumber}</Id>
                </RowLink>
                <OrderMarks priority={order.priority} />
              </span>
            </Cell>
            {patient && (
              <Cell phone="line" className="wrap-anywhere">
                <TwoLines
                  first={<ShownName of={order.patient} />}
                  second={
                    <>
                      <Id>{order.patient.mrn}</Id> · {bornPhrase(order.patient)}
                    </>
                  }
                />
              </Cell>
            )}
            <Cell phone="sub" className="max-w-90">
              {itemWords(order.itemNames)}
            </Cell>
            <Cell phone="sub-end">
              <StateMark kind="order" state={order.state} label={progressWords(order)} />
            </Cell>
            <Cell phone="none">{order.provider?.displayName}</Cell>
            <Cell phone="lead-end">
              <Time at={order.placedAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** Absent says the state's own word: there is nothing more to tell. */
function progressWords({ state, progress }: OrderSummary): string | undefined {
  if (state !== "in_progress") return undefined;
  return `${progress.released} of ${totalOf(progress)} released`;
}

const totalOf = ({ pending, entered, verified, released }: OrderProgress) =>
  pending + entered + verified + released;
