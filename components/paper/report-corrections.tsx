import { Text, View } from "@react-pdf/renderer";
import { formatDateTime } from "@/lib/core/dates";
import type { Correction, ReportContent } from "@/lib/reports/content";
import { BODY_WIDTH } from "./paper-style";
import { Words } from "./words";

const HEADING_WIDTH = 72;
const PADDING = 8;
const TEXT_WIDTH = BODY_WIDTH - HEADING_WIDTH - 2 * PADDING - 3;

/** What a corrected report changed, before anything else is read; the newest first, earlier ones kept (R18). */
export function ReportCorrections({
  content: { report, corrections, laboratory },
}: {
  content: ReportContent;
}) {
  if (!report.isCorrected && corrections.length === 0) return null;
  const newestFirst = [...corrections].sort((a, b) => b.version - a.version);
  const reason = newestFirst.some((correction) => correction.reason === report.reason)
    ? undefined
    : report.reason;
  return (
    <View
      style={{
        marginTop: 7,
        borderWidth: 1.5,
        paddingHorizontal: PADDING,
        paddingVertical: 5,
        flexDirection: "row",
      }}
    >
      <Text style={{ width: HEADING_WIDTH, fontSize: 9.4, fontWeight: 700 }}>What changed</Text>
      <View style={{ width: TEXT_WIDTH }}>
        {newestFirst.map((correction, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content; one analyte can be corrected twice in a version
          <CorrectionText key={index} correction={correction} timeZone={laboratory.timeZone} />
        ))}
        {reason && <Words width={TEXT_WIDTH}>{`Reason for this version: ${reason}`}</Words>}
        {report.number > 1 && <Words width={TEXT_WIDTH}>{`Replaces version ${report.number - 1}.`}</Words>}
      </View>
    </View>
  );
}

function CorrectionText({ correction, timeZone }: { correction: Correction; timeZone: string }) {
  const { analyte, from, to, version, reason, at, by } = correction;
  return (
    <View style={{ marginBottom: 3 }}>
      <Words width={TEXT_WIDTH}>
        <Text style={{ fontWeight: 700 }}>{`${analyte}: `}</Text>
        <Text style={{ textDecoration: "line-through" }}>{from}</Text>
        {" is now "}
        <Text style={{ fontWeight: 700 }}>{to}</Text>
        {` (since version ${version}).`}
      </Words>
      <Words width={TEXT_WIDTH}>
        {`Reason: ${reason}. Amended ${formatDateTime(new Date(at), timeZone)} by ${by}.`.replace("..", ".")}
      </Words>
    </View>
  );
}
