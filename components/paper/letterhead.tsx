import { Text, View } from "@react-pdf/renderer";
import type { LaboratoryOnPaper } from "@/lib/reports/content";
import { INK, mm } from "./paper-style";
import { Words } from "./words";

/** What repeats on every page must leave room for what does not. */
const CUT = { maxLines: 3, textOverflow: "ellipsis" } as const;

/** Who issues the paper, on every page. The laboratory's colour is its mark and this rule, nowhere else. */
export function Letterhead({ laboratory }: { laboratory: LaboratoryOnPaper }) {
  const { name, addressLines, licence, director, phone, colourLine } = laboratory;
  const standing = [
    licence && `Licence ${licence}`,
    director && `Director ${director}`,
    phone && `Phone ${phone}`,
  ];
  return (
    <View
      fixed
      style={{
        flexDirection: "row",
        alignItems: "center",
        paddingBottom: 6,
        borderBottomWidth: 2.5,
        borderBottomColor: colourLine,
      }}
    >
      <View
        style={{
          width: 28,
          height: 28,
          borderRadius: 4,
          backgroundColor: colourLine,
          justifyContent: "center",
          alignItems: "center",
          marginRight: 9,
        }}
      >
        <Text style={{ color: "#ffffff", fontSize: 15, fontWeight: 700, marginTop: -1 }}>
          {initialOf(name)}
        </Text>
      </View>
      <View style={{ flex: 1, paddingRight: 12 }}>
        <Words size={13} width={mm(95)} style={{ fontWeight: 700, ...CUT }}>
          {name}
        </Words>
        <Words size={7.6} width={mm(95)} style={{ color: INK.second, ...CUT }}>
          {addressLines.join(", ")}
        </Words>
      </View>
      <View style={{ maxWidth: mm(65) }}>
        {standing.map(
          (line) =>
            line && (
              <Words
                key={line}
                size={7.6}
                width={mm(65)}
                style={{ color: INK.second, textAlign: "right", ...CUT }}
              >
                {line}
              </Words>
            ),
        )}
      </View>
    </View>
  );
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

function initialOf(name: string): string {
  const [first] = segmenter.segment(name.trim());
  return first?.segment.toLocaleUpperCase("und") ?? "";
}
