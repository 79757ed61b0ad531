import { Text, View } from "@react-pdf/renderer";
import { unitWords } from "@/lib/core/unit-words";
import type { ReportedLine } from "@/lib/reports/content";
import { IntervalRuler } from "./interval-ruler";
import { hasValue, intervalCell, NO_INTERVAL, valueText } from "./line-text";
import { INK } from "./paper-style";
import { COLUMN, PAD, pointPad, type ResultTable, WIDE } from "./result-table";
import { Words } from "./words";

/** A number with its unit, what it is judged by, and where it stands on that. */
export function NumberCells({
  line,
  table,
  fontWeight,
}: {
  line: ReportedLine;
  table: ResultTable;
  fontWeight: number;
}) {
  const value = valueText(line);
  const interval = intervalCell(line);
  return (
    <View style={{ flexDirection: "row" }}>
      <Text
        style={{
          width: COLUMN.value,
          paddingRight: PAD + pointPad(value, table.decimals, COLUMN.value - PAD),
          fontWeight,
          textAlign: "right",
        }}
      >
        {value}
      </Text>
      <Words width={COLUMN.unit - PAD} style={{ width: COLUMN.unit, paddingLeft: PAD, color: INK.second }}>
        {unitWords(line.unit)}
      </Words>
      <Words
        width={COLUMN.interval - PAD}
        style={{
          width: COLUMN.interval,
          paddingRight: PAD,
          textAlign: "right",
          color: interval === NO_INTERVAL ? INK.third : INK.full,
        }}
      >
        {interval}
      </Words>
      <View style={{ width: COLUMN.ruler, paddingHorizontal: PAD, paddingTop: 2.2 }}>
        <IntervalRuler line={line} width={COLUMN.ruler - 2 * PAD} />
      </View>
    </View>
  );
}

/** Words, and numbers too long for their column: they wrap rather than being cut. */
export function WideCell({ line, fontWeight }: { line: ReportedLine; fontWeight: number }) {
  return (
    <Words width={WIDE - 2 * PAD} style={{ width: WIDE, paddingHorizontal: PAD, fontWeight }}>
      {valueText(line)}
      {hasValue(line) && line.unit && (
        <Text style={{ fontWeight: 400, color: INK.second }}>{` ${unitWords(line.unit)}`}</Text>
      )}
    </Words>
  );
}
