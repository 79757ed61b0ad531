import { Path, Svg, Text, View } from "@react-pdf/renderer";
import type { Press } from "@/lib/core/press";
import type { ReportContent } from "@/lib/reports/content";
import { INK } from "./paper-style";
import { Words } from "./words";

const QR_SIZE = 70;

/** How anyone can find out whether this paper is genuine and current (R22), and where it ends. */
export function ReportCheck({ content: { report }, press }: { content: ReportContent; press: Press }) {
  const code = press.qrCode(report.checkUrl);
  const width = 400;
  return (
    <View wrap={false} style={{ marginTop: 16 }}>
      <View style={{ flexDirection: "row", alignItems: "center" }}>
        <Svg
          viewBox={`0 0 ${code.width} ${code.height}`}
          style={{ width: QR_SIZE, height: QR_SIZE, margin: 8, marginLeft: 0 }}
        >
          <Path d={code.path} fill={INK.full} />
        </Svg>
        <View style={{ width, marginLeft: 6 }}>
          <Text style={{ fontWeight: 700 }}>Is this report genuine and current?</Text>
          <Words width={width}>
            {"Scan the code, or open "}
            <Text style={{ fontWeight: 700 }}>{addressToType(report)}</Text>
            {" and type"}
          </Words>
          <Text style={{ fontFamily: press.mono, fontSize: 11, lineHeight: 1.45, fontWeight: 700 }}>
            {report.checkCode}
          </Text>
          <Text style={{ color: INK.second }}>The page shows nothing about the patient.</Text>
        </View>
      </View>
      <View style={{ flexDirection: "row", alignItems: "center", justifyContent: "center", marginTop: 14 }}>
        <View style={{ width: 90, borderTopWidth: 0.75, marginRight: 10 }} />
        <Text style={{ fontWeight: 700 }}>End of report</Text>
        <View style={{ width: 90, borderTopWidth: 0.75, marginLeft: 10 }} />
      </View>
    </View>
  );
}

/** Short enough to be typed: without the scheme, and without the code that is typed on the page itself. */
function addressToType({ checkUrl, checkCode }: ReportContent["report"]): string {
  const address = checkUrl.replace(/^https?:\/\//, "");
  return address.endsWith(`/${checkCode}`) ? address.slice(0, -checkCode.length - 1) : address;
}
