import { Text, View } from "@react-pdf/renderer";
import type { ReportContent } from "@/lib/reports/content";
import { linesOf } from "./break-words";
import { KeepAhead } from "./keep-ahead";
import { INK, mm, UNBROKEN_MAX } from "./paper-style";
import { type PeopleGroup, peopleGroups } from "./people-groups";
import { Words } from "./words";

const WHAT_WIDTH = mm(45);
const PERSON_WIDTH = mm(45);
const SIZE = 8.4;

/** Who performed, verified and released each test, and when (R21). */
export function ReportPeople({ content }: { content: ReportContent }) {
  const groups = peopleGroups(content);
  return (
    <>
      <KeepAhead points={50} />
      <View style={{ marginTop: 12 }}>
        <View fixed style={{ flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: INK.full }}>
          {["Test", "Performed", "Verified", "Released"].map((head) => (
            <Text
              key={head}
              style={{ width: head === "Test" ? WHAT_WIDTH : PERSON_WIDTH, fontSize: 7.4, color: INK.third }}
            >
              {head}
            </Text>
          ))}
        </View>
        {groups.map((group, index) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: frozen content; a test can be there twice
            key={index}
            wrap={heightOf(group) > UNBROKEN_MAX}
            style={{ borderBottomWidth: 0.5, borderBottomColor: INK.line, paddingVertical: 1.4 }}
          >
            <View style={{ flexDirection: "row" }}>
              <Cell width={WHAT_WIDTH}>{group.what}</Cell>
              <Cell width={PERSON_WIDTH}>{group.performed}</Cell>
              <Cell width={PERSON_WIDTH}>{group.verified}</Cell>
              <Cell width={PERSON_WIDTH}>{group.released}</Cell>
            </View>
            {group.selfVerified && (
              <Words size={SIZE} style={{ fontWeight: 700 }}>
                Performed and verified by the same person, as this laboratory permits.
              </Words>
            )}
          </View>
        ))}
        <Words size={SIZE} style={{ marginTop: 3 }}>
          {`Version ${content.report.number} issued by ${content.report.issuedBy}.`}
        </Words>
      </View>
    </>
  );
}

const heightOf = ({ what, performed, verified, released }: PeopleGroup) =>
  Math.max(...[what, performed, verified, released].map((text) => linesOf(text, PERSON_WIDTH - 6, SIZE))) *
  SIZE *
  1.4;

function Cell({ width, children }: { width: number; children: string }) {
  return (
    <Words size={SIZE} width={width - 6} style={{ width, paddingRight: 6 }}>
      {children}
    </Words>
  );
}
