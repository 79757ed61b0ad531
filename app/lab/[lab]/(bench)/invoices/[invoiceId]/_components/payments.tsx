import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type Invoice, paymentMethods } from "@/lib/billing/schema";
import { RefundButton } from "./refund-button";

type PaymentsProps = { invoice: Invoice; zone: string; refunds: boolean };

/** What came in and what went back, as it happened; nothing here is ever changed. */
export function Payments({ invoice: { payments, currency }, zone, refunds }: PaymentsProps) {
  return (
    <Section title="Payments">
      <Table label="Payments">
        <TableHead>
          <Head>When</Head>
          <Head>How</Head>
          <Head>By</Head>
          <Head end>Amount</Head>
          <Head hidden>Action</Head>
        </TableHead>
        <TableBody>
          {payments.flatMap((payment) => {
            const left = payment.amount - payment.refunds.reduce((sum, { amount }) => sum + amount, 0);
            return [
              <Row key={payment.id}>
                <Cell phone="sub">
                  <Time at={payment.receivedAt} zone={zone} />
                </Cell>
                <Cell phone="lead">
                  {paymentMethods[payment.method]}
                  {payment.reference && <span className="text-ink-3"> {payment.reference}</span>}
                </Cell>
                <Cell phone="none">{payment.receivedBy}</Cell>
                <Cell phone="lead-end" end className="font-medium">
                  <Money amount={payment.amount} currency={currency} />
                </Cell>
                <Cell phone={refunds && left > 0 ? "sub-end" : "none"} end className="w-24">
                  {refunds && left > 0 && (
                    <RefundButton paymentId={payment.id} left={left} currency={currency} />
                  )}
                </Cell>
              </Row>,
              ...payment.refunds.map((refund) => (
                <Row key={refund.id}>
                  <Cell phone="sub">
                    <Time at={refund.refundedAt} zone={zone} />
                  </Cell>
                  <Cell phone="lead">
                    Refund <span className="text-ink-3">{refund.reason}</span>
                  </Cell>
                  <Cell phone="none">{refund.refundedBy}</Cell>
                  <Cell phone="lead-end" end>
                    <Money amount={-refund.amount} currency={currency} />
                  </Cell>
                  <Cell phone="none" />
                </Row>
              )),
            ];
          })}
        </TableBody>
      </Table>
    </Section>
  );
}
