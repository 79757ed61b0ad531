import { Text, View } from "@react-pdf/renderer";
import type { ReportContent } from "@/lib/reports/content";
import { KeepAhead } from "./keep-ahead";
import { INK, UNBROKEN_MAX } from "./paper-style";
import { ReportLine } from "./report-line";
import { sampleSuffix } from "./report-words";
import { COLUMN, PAD, resultTable, roomOf, type Section } from "./result-table";
import { Words } from "./words";

/** Of the white above a section, its heading and the heads of its columns, in points. */
const HEADING_HEIGHT = 36;

/** The results of one test or panel. Its heading and the heads of its columns stand again on every page. */
export function ReportSection({ section, content }: { section: Section; content: ReportContent }) {
  const { laboratory, order, samples } = content;
  const sample = samples.find(({ barcode }) => barcode === section.sampleBarcode);
  const suffix = sampleSuffix(section.sampleBarcode, order.accessionNumber);
  const table = resultTable(section, laboratory.timeZone);
  const method = table.method && `Method: ${table.method}${table.isEveryMethodSame ? "" : ", unless noted"}.`;
  const origin = [sample && `${sample.sampleType}, sample ${suffix}.`, method];
  return (
    <>
      <KeepAhead points={HEADING_HEIGHT + Math.min(UNBROKEN_MAX, roomOf(section.lines[0], table))} />
      <View style={{ marginTop: 9 }}>
        <View fixed>
          <Words
            size={9.6}
            style={{ fontWeight: 700, marginBottom: 2, maxLines: 4, textOverflow: "ellipsis" }}
          >
            {section.heading}
            <Text
              style={{ fontWeight: 400, fontSize: 8, color: INK.third }}
            >{` ${origin.filter(Boolean).join(" ")}`}</Text>
          </Words>
          <ColumnHeads
            previous={table.previousDay ?? (section.lines.some(({ previous }) => previous) ? "Previous" : "")}
          />
        </View>
        {section.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content is never reordered
          <ReportLine key={index} line={line} table={table} />
        ))}
      </View>
    </>
  );
}

function ColumnHeads({ previous }: { previous: string }) {
  const heads = [
    ["Analyte", COLUMN.analyte, "left", 0, PAD],
    ["Flag", COLUMN.flag, "left", PAD, 0],
    ["Value", COLUMN.value, "right", 0, PAD],
    ["Unit", COLUMN.unit, "left", PAD, 0],
    ["Interval", COLUMN.interval, "right", 0, PAD],
    ["On its interval", COLUMN.ruler, "center", 0, 0],
    [previous, COLUMN.previous, "right", 0, 0],
  ] as const;
  return (
    <View style={{ flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: INK.full }}>
      {heads.map(([head, width, textAlign, paddingLeft, paddingRight]) => (
        <Text
          key={head}
          style={{ width, textAlign, paddingLeft, paddingRight, fontSize: 7.4, color: INK.third }}
        >
          {head}
        </Text>
      ))}
    </View>
  );
}
