import { Document, Text, View } from "@react-pdf/renderer";
import type { InvoiceContent } from "@/lib/billing/invoice-content";
import { formatDate, formatDateTime, formatPlainDate } from "@/lib/core/dates";
import type { Press } from "@/lib/core/press";
import { InvoiceLines } from "./invoice-lines";
import { InvoicePayments } from "./invoice-payments";
import { BODY_WIDTH, INK } from "./paper-style";
import { Sheet } from "./sheet";
import { Tag } from "./tag";
import { Terms } from "./terms";
import { Words } from "./words";

const HALF = BODY_WIDTH / 2 - 10;

/** An invoice on A4 that adds up before the reader's eyes: lines, totals, what was paid, what is due (R23). */
export function InvoiceDocument({ content, press }: { content: InvoiceContent; press: Press }) {
  const { laboratory, number, state, billTo, demonstration } = content;
  const title = number ? `Invoice ${number}` : "Draft of an invoice";
  return (
    <Document
      title={title}
      author={laboratory.name}
      creator="MedVuno LIMS"
      producer="MedVuno LIMS"
      language="en-GB"
      creationDate={new Date(content.printedAt)}
    >
      <Sheet
        laboratory={laboratory}
        press={press}
        demonstration={demonstration}
        who={{ name: billTo[0] ?? "", identifiers: content.accessionNumber ?? "" }}
        what={`${title}, ${STATE_WORDS[state].toLowerCase()}`}
      >
        <View style={{ flexDirection: "row", alignItems: "center", marginTop: 8, marginBottom: 8 }}>
          <Words size={14} width={BODY_WIDTH * 0.5} style={{ fontWeight: 700, maxWidth: BODY_WIDTH * 0.5 }}>
            {title}
          </Words>
          <Tag>{STATE_WORDS[state]}</Tag>
          {demonstration && <Tag strong={false}>Demonstration</Tag>}
        </View>
        {state === "void" && (
          <Words style={{ fontWeight: 700, marginBottom: 6 }}>
            {`This invoice is void and nothing is due on it.${content.voidReason ? ` ${content.voidReason}` : ""}`}
          </Words>
        )}
        <Parties content={content} press={press} />
        <InvoiceLines content={content} />
        <InvoicePayments content={content} />
        <Text style={{ marginTop: 18, fontSize: 7.6, color: INK.second }}>
          {`As of ${formatDateTime(new Date(content.printedAt), laboratory.timeZone)}. Amounts are in ${content.currency}.`}
        </Text>
      </Sheet>
    </Document>
  );
}

const STATE_WORDS: Record<InvoiceContent["state"], string> = {
  draft: "Draft",
  issued: "Issued",
  part_paid: "Part paid",
  paid: "Paid",
  void: "Void",
};

function Parties({ content, press }: { content: InvoiceContent; press: Press }) {
  const { laboratory, number, billTo, patient, accessionNumber, issuedAt, due } = content;
  const [payer, ...address] = billTo;
  const identifier = (text: string) => <Text style={{ fontFamily: press.mono, fontSize: 8.8 }}>{text}</Text>;
  return (
    <View style={{ flexDirection: "row", justifyContent: "space-between" }}>
      <View style={{ width: HALF }}>
        <Text style={{ color: INK.third }}>Bill to</Text>
        <Words size={11} width={HALF} style={{ fontWeight: 700 }}>
          {payer}
        </Words>
        {[...new Set(address)].map((line) => (
          <Words key={line} width={HALF}>
            {line}
          </Words>
        ))}
      </View>
      <Terms
        width={HALF}
        termWidth={62}
        terms={[
          number && ["Number", identifier(number)],
          ["Issued", issuedAt ? formatDate(new Date(issuedAt), laboratory.timeZone) : "not issued"],
          due && ["Due", formatPlainDate(due)],
          patient && ["Patient", patient.name],
          patient && ["MRN", identifier(patient.mrn)],
          accessionNumber && ["Accession", identifier(accessionNumber)],
        ]}
      />
    </View>
  );
}
