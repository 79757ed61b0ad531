import { Text, View } from "@react-pdf/renderer";
import type { InvoiceContent, InvoiceMovement } from "@/lib/billing/invoice-content";
import { formatDateTime } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { linesOf } from "./break-words";
import { amountOf } from "./money";
import { INK, mm, UNBROKEN_MAX } from "./paper-style";
import { Words } from "./words";

const WORDS_WIDTH = mm(95);
const AMOUNT_WIDTH = mm(35);

/** From the total by every payment and refund down to what is due: a sum that can be followed with a finger. */
export function InvoicePayments({ content }: { content: InvoiceContent }) {
  const { totals, payments, amountDue, currency, state, laboratory } = content;
  return (
    <View style={{ marginTop: 14, marginLeft: "auto", width: WORDS_WIDTH + AMOUNT_WIDTH }}>
      <Step words="Total" amount={amountOf(totals.gross, currency)} />
      {payments.map((movement, index) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: movements are only ever added
          key={index}
          words={movementWords(movement, laboratory.timeZone)}
          amount={amountOf(movement.kind === "payment" ? -movement.amount : movement.amount, currency)}
        />
      ))}
      {state === "void" && <Step words="Void" amount={amountOf(amountDue - totals.gross, currency)} />}
      <View wrap={false} style={{ flexDirection: "row", borderTopWidth: 1.2, paddingTop: 3 }}>
        <Text style={{ width: WORDS_WIDTH, fontSize: 11, fontWeight: 700 }}>Amount due</Text>
        <Text style={{ width: AMOUNT_WIDTH, fontSize: 11, fontWeight: 700, textAlign: "right" }}>
          {formatMoney(amountDue, currency)}
        </Text>
      </View>
    </View>
  );
}

function Step({ words, amount }: { words: string; amount: string }) {
  return (
    <View
      wrap={linesOf(words, WORDS_WIDTH, 9) * 13 > UNBROKEN_MAX}
      style={{
        flexDirection: "row",
        borderBottomWidth: 0.5,
        borderBottomColor: INK.hairline,
        paddingVertical: 1.5,
      }}
    >
      <Words width={WORDS_WIDTH - 8} style={{ width: WORDS_WIDTH, paddingRight: 8 }}>
        {words}
      </Words>
      <Text style={{ width: AMOUNT_WIDTH, textAlign: "right" }}>{amount}</Text>
    </View>
  );
}

function movementWords({ kind, at, method, reference, reason }: InvoiceMovement, timeZone: string): string {
  const what = kind === "payment" ? "Paid" : "Refunded";
  const how = [method && `by ${method}`, reference && `reference ${reference}`, reason].filter(Boolean);
  return [`${what} ${formatDateTime(new Date(at), timeZone)}`, ...how].join(", ");
}
