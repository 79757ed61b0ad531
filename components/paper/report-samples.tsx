import { Text, View } from "@react-pdf/renderer";
import { formatDateTime } from "@/lib/core/dates";
import type { ReportContent, SampleOnPaper } from "@/lib/reports/content";
import { INK } from "./paper-style";
import { sampleSuffix } from "./report-words";
import { Words } from "./words";

/** What is particular about a sample: times that are not those of the others, and a condition not perfect. */
export function ReportSamples({ content: { samples, laboratory, order } }: { content: ReportContent }) {
  const at = (instant: string) => formatDateTime(new Date(instant), laboratory.timeZone);
  const collected = ({ collectedAt }: SampleOnPaper) =>
    collectedAt ? `collected ${at(collectedAt)}` : "collection time not recorded";
  const received = ({ receivedAt }: SampleOnPaper) =>
    receivedAt ? `received ${at(receivedAt)}` : "not yet received";

  const told = samples.map((sample) => `${collected(sample)}, ${received(sample)}`);
  const timesDiffer = new Set(told).size > 1;
  if (!timesDiffer && samples.every(({ conditionPerfect }) => conditionPerfect)) return null;
  return (
    <View style={{ marginTop: 5 }}>
      {samples.map((sample, index) => (
        <Words key={sample.barcode} size={8.4}>
          <Text style={{ color: INK.third }}>Sample </Text>
          {`${sampleSuffix(sample.barcode, order.accessionNumber)} ${sample.sampleType}: ${told[index]}.`}
          {!sample.conditionPerfect && (
            <Text style={{ fontWeight: 700 }}>{` Condition: ${sample.condition ?? "not perfect"}.`}</Text>
          )}
        </Words>
      ))}
    </View>
  );
}
