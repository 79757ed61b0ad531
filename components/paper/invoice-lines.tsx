import { Text, View } from "@react-pdf/renderer";
import type { InvoiceContent, InvoiceLineOnPaper } from "@/lib/billing/invoice-content";
import { linesOf } from "./break-words";
import { KeepAhead } from "./keep-ahead";
import { amountOf } from "./money";
import { BODY_WIDTH, INK, mm, UNBROKEN_MAX } from "./paper-style";
import { Words } from "./words";

const NUMBERS = [
  ["Quantity", mm(15)],
  ["Unit price", mm(22)],
  ["Discount", mm(20)],
  ["Net", mm(22)],
  ["Tax", mm(20)],
  ["Gross", mm(23)],
] as const;
const DESCRIPTION = BODY_WIDTH - NUMBERS.reduce((sum, [, width]) => sum + width, 0);

/** The lines of an invoice and their sums, each sum under the column it adds up. */
export function InvoiceLines({ content }: { content: InvoiceContent }) {
  const { lines, totals, currency } = content;
  const amount = (minor: number) => amountOf(minor, currency);
  return (
    <>
      <KeepAhead points={70} />
      <View style={{ marginTop: 16 }}>
        <View fixed>
          <Row cells={NUMBERS.map(([head]) => head)} size={7.4} color={INK.third} line={INK.full}>
            {`Amounts in ${currency}`}
          </Row>
        </View>
        {lines.map((line, index) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an issued invoice never move
            key={index}
            wrap={linesOf(line.description, DESCRIPTION, 9) * 13 > UNBROKEN_MAX}
            style={{ borderBottomWidth: 0.5, borderBottomColor: INK.hairline, paddingBottom: 1.5 }}
          >
            <Row
              cells={[
                String(line.quantity),
                amount(line.unitPrice),
                line.discount ? amount(-line.discount) : "",
                amount(line.net),
                amount(line.tax),
                amount(line.gross),
              ]}
            >
              {line.description}
            </Row>
            <Terms line={line} />
          </View>
        ))}
        <View wrap={false} style={{ borderTopWidth: 0.75, borderTopColor: INK.full, marginTop: -0.5 }}>
          <Row bold cells={["", "", "", amount(totals.net), amount(totals.tax), amount(totals.gross)]}>
            Total
          </Row>
        </View>
      </View>
    </>
  );
}

/** Why a line is not quantity times price. */
function Terms({ line }: { line: InvoiceLineOnPaper }) {
  const said = [
    line.discount ? `Discount${line.discountReason ? `: ${line.discountReason}` : ""}` : "",
    line.taxRate && Number(line.taxRate) > 0 ? `Tax ${line.taxRate} %` : "",
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <Words size={7.6} style={{ color: INK.second }}>
      {said.join(" · ")}
    </Words>
  );
}

function Row({
  children,
  cells,
  size = 9,
  color = INK.full,
  bold = false,
  line,
}: {
  children: string;
  cells: string[];
  size?: number;
  color?: string;
  bold?: boolean;
  line?: string;
}) {
  const style = { color, fontWeight: bold ? 700 : 400, paddingTop: 2 };
  return (
    <View style={{ flexDirection: "row", ...(line && { borderBottomWidth: 0.75, borderBottomColor: line }) }}>
      <Words size={size} width={DESCRIPTION - 8} style={{ ...style, width: DESCRIPTION, paddingRight: 8 }}>
        {children}
      </Words>
      {NUMBERS.map(([head, width], index) => (
        <Text key={head} style={{ ...style, fontSize: size, width, textAlign: "right" }}>
          {cells[index] ?? ""}
        </Text>
      ))}
    </View>
  );
}
