import { Text, View } from "@react-pdf/renderer";
import { formatDateTime } from "@/lib/core/dates";
import type { ReportContent } from "@/lib/reports/content";
import { INK } from "./paper-style";
import { statusWords } from "./report-words";
import { Tag } from "./tag";
import { zoneName } from "./times";

/** What this is and in which version: large on the first page, in one line on those that follow. */
export function ReportTitle({ content }: { content: ReportContent }) {
  const { report, laboratory } = content;
  const issuedAt = new Date(report.issuedAt);
  const issued = `${formatDateTime(issuedAt, laboratory.timeZone)} ${zoneName(issuedAt, laboratory.timeZone)}`;
  return (
    <>
      <View style={{ flexDirection: "row", alignItems: "center", marginTop: 8, marginBottom: 6 }}>
        <Text style={{ fontSize: 14, lineHeight: 1.2, fontWeight: 700 }}>Laboratory report</Text>
        <Tag>{statusWords(content)}</Tag>
        {report.demonstration && <Tag strong={false}>Demonstration</Tag>}
        <Text style={{ flex: 1, textAlign: "right", color: INK.second }}>
          {`Version ${report.number}, ${issued}`}
        </Text>
      </View>
      <View
        fixed
        render={({ pageNumber }) =>
          pageNumber > 1 && (
            <View style={{ flexDirection: "row", alignItems: "center", marginTop: 8, marginBottom: 4 }}>
              <Text style={{ fontSize: 10.5, fontWeight: 700 }}>Laboratory report, continued</Text>
              <Text style={{ flex: 1, textAlign: "right", color: INK.second }}>
                {`${statusWords(content).toUpperCase()}, version ${report.number}`}
              </Text>
            </View>
          )
        }
      />
    </>
  );
}
