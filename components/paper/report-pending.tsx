import { Text, View } from "@react-pdf/renderer";
import type { ReportContent } from "@/lib/reports/content";
import { Words } from "./words";

/** What a preliminary report still waits for (R17), said before the results that are there. */
export function ReportPending({ content: { report, pendingTests } }: { content: ReportContent }) {
  if (report.status === "final" && pendingTests.length === 0) return null;
  return (
    <View style={{ marginTop: 7, borderWidth: 0.75, paddingHorizontal: 8, paddingVertical: 5 }}>
      <Words>
        <Text style={{ fontWeight: 700 }}>This report is preliminary. </Text>
        {pendingTests.length > 0 ? `Still to come: ${pendingTests.join("; ")}.` : "More is still to come."}
      </Words>
    </View>
  );
}
