import { Document, Page, Text, View } from "@react-pdf/renderer";
import { formatDateTime, formatPlainDate } from "@/lib/core/dates";
import type { Press } from "@/lib/core/press";
import type { LabelContent } from "@/lib/samples/label-content";
import { breakWords } from "./break-words";
import { LabelBars } from "./label-bars";
import {
  BARCODE_SIZE,
  DETAIL_SIZE,
  HEIGHT,
  IDENTITY_SIZE,
  INNER,
  layoutOf,
  MARGIN,
  MARGIN_TOP,
  WIDTH,
} from "./label-layout";
import { fullName, INK } from "./paper-style";
import { SEX_WORDS } from "./report-words";

/** Sample labels of 50 × 25 mm, one to a page: the barcode and two identifiers of the patient (R4). */
export function LabelDocument({ content, press }: { content: LabelContent[]; press: Press }) {
  return (
    <Document
      title={content.length === 1 ? `Label ${content[0]?.barcode ?? ""}` : `${content.length} labels`}
      creator="MedVuno LIMS"
      producer="MedVuno LIMS"
      language="en-GB"
      creationDate={UNDATED}
    >
      {content.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tube can need its label twice
        <Label key={index} label={label} press={press} />
      ))}
    </Document>
  );
}

// A label is printed again and again and says nothing of when: the same label is the same bytes.
const UNDATED = new Date(0);

function Label({ label, press }: { label: LabelContent; press: Press }) {
  const name = fullName(label.patient);
  const identity = identityOf(label.patient);
  const { nameSize, barsHeight, hasRoomForTime } = layoutOf(name, identity);
  return (
    <Page size={[WIDTH, HEIGHT]} wrap={false} style={{ fontFamily: press.sans, color: INK.full }}>
      <View
        style={{
          width: WIDTH,
          height: HEIGHT,
          paddingHorizontal: MARGIN,
          paddingTop: MARGIN_TOP,
          overflow: "hidden",
        }}
      >
        <Line size={nameSize} maxLines={2} bold>
          {name}
        </Line>
        <Line size={IDENTITY_SIZE} maxLines={2}>
          {identity}
        </Line>
        <LabelBars code={press.code128(label.barcode)} height={barsHeight} />
        <BarcodeText label={label} press={press} />
        <Line size={DETAIL_SIZE} maxLines={1} bold>
          {`${label.sampleType} · ${label.container}`}
        </Line>
        {hasRoomForTime && (
          <Line size={DETAIL_SIZE} maxLines={1}>
            {label.collectedAt
              ? `Collected ${formatDateTime(new Date(label.collectedAt), label.timeZone)}`
              : "Collected: ____________  by ______"}
          </Line>
        )}
      </View>
    </Page>
  );
}

function identityOf({ mrn, birthDate, birthDateEstimated, sex }: LabelContent["patient"]): string {
  const born = birthDate
    ? `${birthDateEstimated ? "about " : ""}${formatPlainDate(birthDate)}`
    : "birth date unknown";
  return `${mrn} · ${born} · ${sex === "unknown" ? "sex unknown" : SEX_WORDS[sex]}`;
}

/** The barcode as people read it out, small enough to stay on one line. */
function BarcodeText({
  label: { barcode, priority, demonstration },
  press,
}: {
  label: LabelContent;
  press: Press;
}) {
  const tags = [priority === "routine" ? [] : priority.toUpperCase(), demonstration ? "DEMO" : []].flat();
  const width = INNER - tags.length * TAG_WIDTH;
  return (
    <View style={{ flexDirection: "row", alignItems: "center" }}>
      <Text
        style={{
          flex: 1,
          fontFamily: press.mono,
          fontSize: Math.min(BARCODE_SIZE, width / (barcode.length * MONO_FIGURE)),
          fontWeight: 700,
        }}
      >
        {barcode}
      </Text>
      {tags.map((tag) => (
        <View key={tag} style={{ borderWidth: 0.7, paddingHorizontal: 2, marginLeft: 2 }}>
          <Text style={{ fontSize: 5.6, fontWeight: 700 }}>{tag}</Text>
        </View>
      ))}
    </View>
  );
}

const TAG_WIDTH = 30;
const MONO_FIGURE = 0.61;

function Line({
  size,
  maxLines,
  bold = false,
  children,
}: {
  size: number;
  maxLines: number;
  bold?: boolean;
  children: string;
}) {
  return (
    <Text
      style={{ fontSize: size, fontWeight: bold ? 700 : 400, maxLines, textOverflow: "ellipsis" }}
      hyphenationCallback={breakWords(INNER, size)}
    >
      {children}
    </Text>
  );
}
