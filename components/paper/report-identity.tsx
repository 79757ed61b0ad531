import { Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { formatDateTime } from "@/lib/core/dates";
import type { Press } from "@/lib/core/press";
import type { ReportContent } from "@/lib/reports/content";
import { BODY_WIDTH, fullName, INK } from "./paper-style";
import { ReportSamples } from "./report-samples";
import { birthWords, PRIORITY_WORDS, SEX_WORDS, sampleSuffix } from "./report-words";
import { type Term, Terms } from "./terms";
import { Words } from "./words";

const PADDING = 8;
const COLUMNS = [0.37, 0.3, 0.33].map((share) => BODY_WIDTH * share - 2 * PADDING - 1);
const [PATIENT_WIDTH = 0, ORDER_WIDTH = 0, TIMES_WIDTH = 0] = COLUMNS;

/** Whose report this is, what was asked, and when what happened. */
export function ReportIdentity({ content, press }: { content: ReportContent; press: Press }) {
  const { patient, order, requester } = content;
  const age = patient.ageAtCollection && `, ${patient.ageAtCollection} at collection`;
  return (
    <View>
      <View style={{ flexDirection: "row", borderWidth: 0.75, borderColor: INK.lineStrong }}>
        <Column width={PATIENT_WIDTH} isFirst>
          <Words size={12} width={PATIENT_WIDTH} style={{ fontWeight: 700 }}>
            {fullName(patient)}
          </Words>
          <Terms
            width={PATIENT_WIDTH}
            termWidth={24}
            terms={[
              ["MRN", <Identifier key="mrn" press={press} text={patient.mrn} />],
              ["Born", `${birthWords(patient)}${age ?? ""}`],
              ["Sex", SEX_WORDS[patient.sex]],
            ]}
          />
        </Column>
        <Column width={ORDER_WIDTH}>
          <Terms
            width={ORDER_WIDTH}
            termWidth={45}
            terms={[
              ["Accession", <Identifier key="accession" press={press} text={order.accessionNumber} bold />],
              ["Requester", requester ?? "not named"],
              ["Priority", PRIORITY_WORDS[order.priority]],
              order.fasting !== undefined && ["Fasting", order.fasting ? "Yes" : "No"],
              order.pregnant !== undefined && ["Pregnant", order.pregnant ? "Yes" : "No"],
            ]}
          />
        </Column>
        <Column width={TIMES_WIDTH}>
          <Terms width={TIMES_WIDTH} termWidth={43} terms={timesOf(content)} />
        </Column>
      </View>
      {order.clinicalNotes && (
        <Words style={{ marginTop: 5 }}>
          <Text style={{ color: INK.third }}>Clinical notes </Text>
          {order.clinicalNotes}
        </Words>
      )}
      <ReportSamples content={content} />
    </View>
  );
}

function Column({
  width,
  isFirst = false,
  children,
}: {
  width: number;
  isFirst?: boolean;
  children: ReactNode;
}) {
  return (
    <View
      style={{
        width: width + 2 * PADDING,
        padding: PADDING,
        paddingVertical: 5,
        borderLeftWidth: isFirst ? 0 : 0.75,
        borderLeftColor: INK.line,
      }}
    >
      {children}
    </View>
  );
}

function Identifier({ press, text, bold = false }: { press: Press; text: string; bold?: boolean }) {
  return <Text style={{ fontFamily: press.mono, fontSize: 8.8, fontWeight: bold ? 700 : 400 }}>{text}</Text>;
}

/** Collected and received stand here when one time is true of every sample; else each sample says its own. */
function timesOf({ samples, laboratory, order, reportedAt }: ReportContent): readonly Term[] {
  const at = (instant: string) => formatDateTime(new Date(instant), laboratory.timeZone);
  const collected = new Set(
    samples.map(({ collectedAt }) => (collectedAt ? at(collectedAt) : "not recorded")),
  );
  const received = new Set(samples.map(({ receivedAt }) => (receivedAt ? at(receivedAt) : "not yet")));
  const types = samples.map(
    (sample) => `${sampleSuffix(sample.barcode, order.accessionNumber)} ${sample.sampleType}`,
  );
  return [
    ["Collected", only(collected) ?? "see samples"],
    ["Received", only(received) ?? "see samples"],
    ["Reported", at(reportedAt)],
    types.length > 0 && [types.length > 1 ? "Samples" : "Sample", types.join("; ")],
  ];
}

function only(values: Set<string>): string | undefined {
  return values.size > 1 ? undefined : [...values][0];
}
