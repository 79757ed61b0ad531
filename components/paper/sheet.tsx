import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Press } from "@/lib/core/press";
import type { LaboratoryOnPaper } from "@/lib/reports/content";
import { linesOf } from "./break-words";
import { Letterhead } from "./letterhead";
import { BODY_WIDTH, INK, mm } from "./paper-style";
import { Words } from "./words";

const FOOT_SIZE = 7.4;
const FOOT_LINE = 9.6;
/** Room for some 500 letters. */
const FOOT_LINES_MAX = 12;
const WHO_WIDTH = BODY_WIDTH * 0.5;
const WHAT_WIDTH = BODY_WIDTH * 0.33;

/** An A4 page that goes on as long as its content: letterhead above, on every page the same foot below. */
export function Sheet({
  laboratory,
  press,
  demonstration,
  who,
  what,
  children,
}: {
  laboratory: LaboratoryOnPaper;
  press: Press;
  demonstration: boolean;
  /** Whose paper this is: a name in bold, and the further identifiers. */
  who: { name: string; identifiers: string };
  /** Which paper this is: number and version. */
  what: string;
  children: ReactNode;
}) {
  // The foot stands outside the flow: the room it takes is reckoned beforehand.
  const whoLines = linesOf(`${who.name} · ${who.identifiers}`, WHO_WIDTH, FOOT_SIZE);
  const footLines = Math.max(whoLines, linesOf(what, WHAT_WIDTH, FOOT_SIZE));
  return (
    <Page
      size="A4"
      style={{
        fontFamily: press.sans,
        fontSize: 9,
        color: INK.full,
        paddingTop: mm(11),
        paddingHorizontal: mm(15),
        paddingBottom: mm(14) + Math.min(FOOT_LINES_MAX, footLines) * FOOT_LINE,
      }}
    >
      {demonstration && <Demonstration />}
      <Letterhead laboratory={laboratory} />
      {children}
      <View
        fixed
        style={{
          position: "absolute",
          left: mm(15),
          right: mm(15),
          bottom: mm(10),
          paddingTop: 5,
          borderTopWidth: 0.5,
          borderTopColor: INK.lineStrong,
          flexDirection: "row",
          justifyContent: "space-between",
          color: INK.second,
        }}
      >
        <Words
          size={FOOT_SIZE}
          width={WHO_WIDTH}
          style={{ width: WHO_WIDTH, maxLines: FOOT_LINES_MAX, textOverflow: "ellipsis" }}
        >
          <Text style={{ fontWeight: 700, color: INK.full }}>{who.name}</Text>
          {` · ${who.identifiers}`}
        </Words>
        <Words
          size={FOOT_SIZE}
          width={WHAT_WIDTH}
          style={{ width: WHAT_WIDTH, maxLines: FOOT_LINES_MAX, textOverflow: "ellipsis" }}
        >
          {what}
        </Words>
        <Text
          style={{ fontSize: FOOT_SIZE, fontWeight: 700, color: INK.full, textAlign: "right", width: mm(26) }}
          render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`}
        />
      </View>
    </Page>
  );
}

function Demonstration() {
  return (
    <View fixed style={{ position: "absolute", top: mm(125), left: 0, right: 0 }}>
      <Text
        style={{
          fontSize: 66,
          fontWeight: 700,
          color: INK.behind,
          textAlign: "center",
          transform: "rotate(-32deg)",
        }}
      >
        DEMONSTRATION
      </Text>
    </View>
  );
}
