import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Invoice } from "@/lib/billing/schema";

/** The lines of an invoice as they are: an issued one's never change. */
export function InvoiceLines({ invoice: { lines, currency } }: { invoice: Invoice }) {
  const hasTax = lines.some((line) => line.taxRate !== null);
  const hasDiscount = lines.some((line) => line.discount > 0);
  return (
    <Section title="Lines">
      <Table label="Lines">
        <TableHead>
          <Head>What</Head>
          <Head end>Quantity</Head>
          <Head end>Price</Head>
          {hasDiscount && <Head end>Discount</Head>}
          {hasTax && <Head end>Tax</Head>}
          <Head end>Total</Head>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <Row key={line.id}>
              <Cell row phone="lead" className="text-start font-medium">
                {line.description}
                {line.discountReason && (
                  <span className="block text-xs font-normal text-ink-3">{line.discountReason}</span>
                )}
              </Cell>
              <Cell phone="sub" end className="tabular-nums max-md:text-start!">
                {line.quantity}
                <span className="md:hidden">
                  {" "}
                  × <Money amount={line.unitPrice} currency={currency} />
                </span>
              </Cell>
              <Cell phone="none" end>
                <Money amount={line.unitPrice} currency={currency} />
              </Cell>
              {hasDiscount && (
                <Cell phone={line.discount > 0 ? "line" : "none"} head="Discount" end>
                  {line.discount > 0 ? <Money amount={-line.discount} currency={currency} /> : null}
                </Cell>
              )}
              {hasTax && (
                <Cell phone={line.taxRate ? "line" : "none"} head="Tax" end>
                  {line.taxRate && `${line.taxRate} %`}
                </Cell>
              )}
              <Cell phone="lead-end" end className="font-medium">
                <Money amount={line.gross} currency={currency} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}
