import { Text, View } from "@react-pdf/renderer";
import { groupDigits } from "@/lib/core/digits";
import type { ReportedLine } from "@/lib/reports/content";
import { flagText, hasValue, NO_INTERVAL } from "./line-text";
import { INK, UNBROKEN_MAX } from "./paper-style";
import {
  COLUMN,
  dayOf,
  fitsInColumns,
  notesOf,
  PAD,
  pointPad,
  type ResultTable,
  roomOf,
  WIDE,
} from "./result-table";
import { NumberCells, WideCell } from "./value-cells";
import { Words } from "./words";

const NOTE_SIZE = 7.6;

/** One result: what it is, how it is flagged, its value, what it is judged by, and what it was before. */
export function ReportLine({ line, table }: { line: ReportedLine; table: ResultTable }) {
  const flag = flagText(line);
  const fontWeight = flag ? 700 : 400;
  const isNumber = fitsInColumns(line);
  return (
    <View
      wrap={roomOf(line, table) > UNBROKEN_MAX}
      style={{
        flexDirection: "row",
        borderBottomWidth: 0.5,
        borderBottomColor: INK.hairline,
        paddingTop: 1.4,
        paddingBottom: 1.4,
      }}
    >
      <Words width={COLUMN.analyte - PAD} style={{ width: COLUMN.analyte, paddingRight: PAD, fontWeight }}>
        {line.analyte}
      </Words>
      <Words width={COLUMN.flag - PAD} style={{ width: COLUMN.flag, paddingLeft: PAD, fontWeight }}>
        {flag}
      </Words>
      <View style={{ width: WIDE }}>
        {isNumber ? (
          <NumberCells line={line} table={table} fontWeight={fontWeight} />
        ) : (
          <WideCell line={line} fontWeight={fontWeight} />
        )}
        {notesOf(line, table).map((note) => (
          <Words
            key={note}
            size={NOTE_SIZE}
            width={WIDE - PAD}
            style={{ marginLeft: PAD, width: WIDE - PAD, color: INK.second }}
          >
            {note}
          </Words>
        ))}
      </View>
      <LastCell line={line} table={table} isNumber={isNumber} />
    </View>
  );
}

/** The value before; for words, which tell theirs in a note, whether there is something to judge them by. */
function LastCell({ line, table, isNumber }: { line: ReportedLine; table: ResultTable; isNumber: boolean }) {
  const { previous } = line;
  if (!isNumber) {
    const isUnjudged = hasValue(line) && line.intervalText === NO_INTERVAL;
    return <SmallPrint>{isUnjudged ? NO_INTERVAL : ""}</SmallPrint>;
  }
  if (!previous) return <View style={{ width: COLUMN.previous }} />;
  const value = groupDigits(previous.value);
  return (
    <View style={{ width: COLUMN.previous }}>
      <Words
        width={COLUMN.previous}
        style={{
          textAlign: "right",
          color: INK.second,
          paddingRight: pointPad(value, table.decimals, COLUMN.previous),
        }}
      >
        {value}
      </Words>
      {!table.previousDay && <SmallPrint>{dayOf(previous.at, table.timeZone)}</SmallPrint>}
    </View>
  );
}

function SmallPrint({ children }: { children: string }) {
  return (
    <Text
      style={{ width: COLUMN.previous, paddingTop: 1.4, textAlign: "right", fontSize: 7.2, color: INK.third }}
    >
      {children}
    </Text>
  );
}
